using Encrypted.Mapper;
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
            throw new ModelConfigurationException(
                "foreign-context-registration",
                "Another IDynamoDBContext was registered after AddEncryptedDynamo, so that entities would be stored without encryption. Remove that registration, or call AddEncryptedDynamo last.");
        }

        services.GetRequiredService<EncryptedDynamoContext>().Validate();
        return ValidateOptionsResult.Success;
    }
}
