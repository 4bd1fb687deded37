using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>What the parts of a plain type's batch or transaction ask of every value that they take, and once more before they are sent.</summary>
internal sealed class PlainRoad(StockContext stock, Type plainType, BaseOperationConfig? config)
{
    // The caller may change the settings object afterwards; the stock part has copied it.
    private readonly string? _overrideName = config?.OverrideTableName;
    private readonly string? _prefix = config?.TableNamePrefix;

    /// <summary>Refuses the part when its table became protected meanwhile.</summary>
    public void Check() => stock.Check(plainType, _overrideName, _prefix);

    [return: NotNullIfNotNull(nameof(value))]
    public T Checked<T>(T value)
    {
        stock.Check(plainType, _overrideName, _prefix, value);
        return value;
    }

    public IEnumerable<T> Checked<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Select(Checked);
    }
}
