namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The services that the context was registered in, to find a registration that came later.</summary>
/// <param name="services">The collection.</param>
/// <param name="context">The context's own registration.</param>
internal sealed class ContextRegistration(IServiceCollection services, ServiceDescriptor context)
{
    public ServiceDescriptor Context { get; } = context;

    /// <summary>Whether the context's own registration is the only one of its interface.</summary>
    public bool IsAlone()
    {
        var found = false;
        foreach (var descriptor in services)
        {
            if (descriptor.IsKeyedService || descriptor.ServiceType != Context.ServiceType)
            {
                continue;
            }

            if (!ReferenceEquals(descriptor, Context))
            {
                return false;
            }

            found = true;
        }

        return found;
    }

    /// <summary>Has no settings: validating it is how checks run at the host's start.</summary>
    internal sealed class Start;
}
