using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>What the attributes on one member say, those inherited by overriding included.</summary>
internal sealed class MemberAttributes
{
    private MemberAttributes()
    {
    }

    public bool IsIgnored { get; private set; }

    public string? AttributeName { get; private set; }

    /// <summary>The attribute that states the name.</summary>
    public AttributeData? Name { get; private set; }

    public bool IsHashKey { get; private set; }

    public bool IsRangeKey { get; private set; }

    public bool IsVersion { get; private set; }

    /// <summary>Whether the member holds the attributes that the entity doesn't map.</summary>
    public bool IsExtensionData { get; private set; }

    /// <summary>The attribute that says that the member's value is the branch key's id.</summary>
    public AttributeData? BranchKey { get; private set; }

    public bool IsEpoch { get; private set; }

    public bool IsEpochLong { get; private set; }

    /// <summary>Whether any attribute of the object persistence model stands here.</summary>
    public bool IsMapped { get; private set; }

    public List<IndexKey> IndexKeys { get; } = [];

    public List<AttributeData> Protections { get; } = [];

    public List<AttributeData> PolymorphicTypes { get; } = [];

    /// <summary>The attribute that names one of our converters.</summary>
    public AttributeData? Converter { get; private set; }

    /// <summary>The attribute that names one of the SDK's converters.</summary>
    public AttributeData? EntryConverter { get; private set; }

    public AttributeData? AtomicCounter { get; private set; }

    public AttributeData? IfNotExists { get; private set; }

    /// <summary>Attributes that generated models don't honour, which is never passed over in silence.</summary>
    public List<AttributeData> Unsupported { get; } = [];

    public static MemberAttributes Of(ISymbol member)
    {
        var result = new MemberAttributes();
        result.Protections.AddRange(InheritedAttributes.Protections(member));
        result.BranchKey = InheritedAttributes.BranchKey(member);
        foreach (var attribute in InheritedAttributes.Of(member))
        {
            if (TypeNames.OwnName(attribute) == TypeNames.AttributeConverter)
            {
                result.Converter = attribute;
            }
            else if (TypeNames.OwnName(attribute) == TypeNames.ExtensionData)
            {
                result.IsExtensionData = true;
            }
            else if (TypeNames.IsMapping(attribute))
            {
                result.IsMapped = true;
                result.Read(attribute, TypeNames.SdkName(attribute));
            }
        }

        return result;
    }

    private void Read(AttributeData attribute, string? name)
    {
        switch (name)
        {
            case TypeNames.Ignore:
                IsIgnored = true;
                return;
            case TypeNames.PolymorphicType:
                PolymorphicTypes.Add(attribute);
                return;
            case TypeNames.Property:
                break;
            case TypeNames.HashKey:
                IsHashKey = true;
                break;
            case TypeNames.RangeKey:
                IsRangeKey = true;
                break;
            case TypeNames.GlobalIndexHashKey:
                IndexKeys.AddRange(IndexKey.Of(attribute, IndexKeyRole.Partition));
                break;
            case TypeNames.GlobalIndexRangeKey:
                IndexKeys.AddRange(IndexKey.Of(attribute, IndexKeyRole.Sort));
                break;
            case TypeNames.LocalIndexRangeKey:
                IndexKeys.AddRange(IndexKey.Of(attribute, IndexKeyRole.LocalSort));
                break;
            case TypeNames.Version:
                IsVersion = true;
                break;
            case TypeNames.AtomicCounter:
                AtomicCounter = attribute;
                break;
            case TypeNames.UpdateBehavior when AttributeArguments.Int32(attribute, "behavior", "Behavior") is null or 0:
                break;
            case TypeNames.UpdateBehavior:
                IfNotExists = attribute;
                break;
            default:
                Unsupported.Add(attribute);
                break;
        }

        ReadProperty(attribute);
    }

    private void ReadProperty(AttributeData attribute)
    {
        if (AttributeArguments.String(attribute, "attributeName", "AttributeName") is { Length: > 0 } name)
        {
            AttributeName = name;
            Name = attribute;
        }

        IsEpoch |= AttributeArguments.Boolean(attribute, "storeAsEpoch", "StoreAsEpoch") == true;
        IsEpochLong |= AttributeArguments.Boolean(attribute, "storeAsEpochLong", "StoreAsEpochLong") == true;
        if (AttributeArguments.Type(attribute, "converter", "Converter") is not null)
        {
            EntryConverter = attribute;
        }
    }
}
