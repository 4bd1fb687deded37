using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>Which conversion is in force, by the rules of the stock context: the operation's, then the entity's own, then the context's.</summary>
internal sealed class ConversionRules(DynamoDBContextConfig config)
{
    public ConversionOptions For(EntityModel model, BaseOperationConfig? operation, bool? datesInUtc = null)
        => new(
            Schema(model, operation?.Conversion),
            operation?.IsEmptyStringValueEnabled ?? config.IsEmptyStringValueEnabled ?? false,
            datesInUtc ?? config.RetrieveDateTimeInUtc ?? true);

    private ConversionSchema Schema(EntityModel model, DynamoDBEntryConversion? ofOperation)
    {
        if (ofOperation is not null)
        {
            return Schema(ofOperation);
        }

        return model.Conversion != ConversionSchema.Unset ? model.Conversion : Schema(config.Conversion ?? DynamoDBEntryConversion.V1);
    }

    private static ConversionSchema Schema(DynamoDBEntryConversion conversion)
    {
        if (ReferenceEquals(conversion, DynamoDBEntryConversion.V1))
        {
            return ConversionSchema.V1;
        }

        return ReferenceEquals(conversion, DynamoDBEntryConversion.V2) ? ConversionSchema.V2 : throw ContextErrors.ConversionUnsupported();
    }
}
