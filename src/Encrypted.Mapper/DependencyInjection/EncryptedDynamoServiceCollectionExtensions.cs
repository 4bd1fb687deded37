using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the encrypting context.</summary>
public static class EncryptedDynamoServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="EncryptedDynamoContext"/> as the application's <see cref="IDynamoDBContext"/>, a singleton.
    /// An earlier registration of the interface is replaced; one that comes later fails the host's start.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Names the key, and whatever else differs from the defaults.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ModelConfigurationException">No key is named, or a local key beside others, or two replicas of one key.</exception>
    public static IServiceCollection AddEncryptedDynamo(this IServiceCollection services, Action<EncryptedDynamoBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new EncryptedDynamoBuilder();
        configure(builder);
        builder.Check();

        services.RemoveAll<IDynamoDBContext>();
        services.RemoveAll<EncryptedDynamoContext>();
        services.RemoveAll<ContextRegistration>();
        services.AddSingleton(builder.Build);
        var registration = new ContextRegistration(services, ServiceDescriptor.Singleton<IDynamoDBContext>(provider => provider.GetRequiredService<EncryptedDynamoContext>()));
        services.Add(registration.Context);
        services.AddSingleton(registration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ContextRegistration.Start>, ContextStartValidator>());
        services.AddOptions<ContextRegistration.Start>().ValidateOnStart();
        return services;
    }
}
