using Encrypted.Mapper;
using Encrypted.Mapper.Context;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The checks of the host's start: nobody registered another context, and all catalogued entities agree with each other.</summary>
internal sealed class ContextStartValidator(IServiceProvider services) : IValidateOptions<ContextRegistration.Start>
{
    /// <exception cref="ModelConfigurationException">A check failed.</exception>
    public ValidateOptionsResult Validate(string? name, ContextRegistration.Start options)
    {
        if (!services.GetRequiredService<ContextRegistration>().IsAlone())
        {
            throw ContextErrors.ForeignRegistration();
        }

        services.GetRequiredService<EncryptedDynamoContext>().Validate();
        return ValidateOptionsResult.Success;
    }
}
