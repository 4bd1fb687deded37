using System.Collections.Immutable;
using System.Globalization;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The nested types of one entity, each once for every casing that it is used under.</summary>
internal sealed class NestedTypes
{
    private readonly Dictionary<INamedTypeSymbol, Dictionary<Casing, NestedType?>> _types = new(SymbolEqualityComparer.Default);
    private readonly List<NestedType> _all = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly MemberParser _members;
    private readonly MemberAccess _access;
    private readonly Findings _findings;

    public NestedTypes(MemberAccess access, Findings findings)
    {
        _access = access;
        _findings = findings;
        _members = new MemberParser(access, findings, new TypeResolver(this));
    }

    public MemberParser Members => _members;

    public MemberAccess Access => _access;

    /// <summary>Why a type can't be stored as a map of its members, or <see langword="null"/> if it may.</summary>
    public static string? Refusal(INamedTypeSymbol type, bool isPolymorphic)
    {
        if (isPolymorphic && type.TypeKind == TypeKind.Interface)
        {
            return null;
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.SpecialType == SpecialType.System_Object)
        {
            return $"'{type.ToDisplayString()}' has no mapping";
        }

        if (type.IsTupleType && type.TupleElements.Length > 7)
        {
            return "a tuple has at most seven elements";
        }

        var @namespace = type.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        if (!type.IsTupleType && (In(@namespace, "System") || In(@namespace, "Amazon")))
        {
            return $"'{type.ToDisplayString()}' has no mapping";
        }

        return type.AllInterfaces.Any(static contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            ? $"the collection '{type.ToDisplayString()}' has no mapping; use List<T>, an array, HashSet<T>, SortedSet<T> or Dictionary<string, T>"
            : null;
    }

    /// <summary>The nested type, parsed when first met; <see langword="null"/> when it has an error, which is then reported.</summary>
    public NestedType? Get(INamedTypeSymbol type, Casing outer, MappedMember user)
    {
        var table = InheritedAttributes.Table(type);
        var casing = CasingRules.Declared(table) ?? outer.Inherited();
        if (user.Attributes.PolymorphicTypes.Count > 0)
        {
            // The property's own closed set makes this a type of its own.
            var own = Add(type);
            return Parse(own, table, casing, user) ? own : null;
        }

        if (!_types.TryGetValue(type, out var byCasing))
        {
            _types.Add(type, byCasing = []);
        }

        if (byCasing.TryGetValue(casing, out var known))
        {
            return known;
        }

        var added = Add(type);
        byCasing.Add(casing, added);
        if (!Parse(added, table, casing, user))
        {
            byCasing[casing] = null;
            return null;
        }

        return added;
    }

    public ImmutableArray<NestedTypeSpec> ToSpecs()
        => _all.Where(static nested => nested.Body is not null)
            .Select(static nested => new NestedTypeSpec(nested.ConversionName, nested.Body!, nested.Accessors.ToSpecs()))
            .ToImmutableArray();

    private bool Parse(NestedType nested, AttributeData? table, Casing casing, MappedMember user)
    {
        if (_access.Obstacle(nested.Type) is { } obstacle)
        {
            _findings.Add(Rules.InaccessibleMember, null, user.Symbol, user.Name, $"of its type '{nested.Type.ToDisplayString()}', {obstacle}");
            return false;
        }

        if (table is not null && AttributeArguments.Int32(table, "conversion", "Conversion") is 0 or 1)
        {
            _findings.Add(Rules.UnsupportedMapping, table, nested.Type, nested.Type.Name, "a conversion of its own as a nested type");
            return false;
        }

        var listed = user.Attributes.PolymorphicTypes.Concat(DerivedType.ListedOn(nested.Type));
        var derived = DerivedType.Read(nested.Type, listed, user.Symbol, _access, _findings);
        var findings = _findings.Items.Count;
        var body = _members.ParseNested(nested, nested.Type, user, casing, derived.Count > 0);
        if (_findings.Items.Count > findings)
        {
            return false;
        }

        if (Problem(nested.Type, body.Members, derived) is { } problem)
        {
            _findings.Add(Rules.UnsupportedType, null, user.Symbol, user.Name, user.Symbol.ContainingType.Name, problem);
            return false;
        }

        nested.Body = body with
        {
            Derived = new EquatableArray<DerivedSpec>(derived
                .Select(type => new DerivedSpec(type.Discriminator, _members.ParseNested(nested, type.Type, user, casing, hasDiscriminator: true)))
                .ToImmutableArray()),
        };
        return true;
    }

    private static string? Problem(INamedTypeSymbol type, EquatableArray<MemberSpec> members, List<DerivedType> derived)
    {
        if (derived.Count > 0)
        {
            return null;
        }

        if (type.IsAbstract)
        {
            return $"'{type.ToDisplayString()}' is abstract: list its derived types by [DynamoDBPolymorphicType]";
        }

        return members.Count == 0 ? $"'{type.ToDisplayString()}' has no members to store" : null;
    }

    private NestedType Add(INamedTypeSymbol type)
    {
        var added = new NestedType(type, UniqueName(type));
        _all.Add(added);
        return added;
    }

    private string UniqueName(INamedTypeSymbol type)
    {
        var name = type.Name + "Conversion";
        for (var i = 2; !_names.Add(name); i++)
        {
            name = type.Name + i.ToString(CultureInfo.InvariantCulture) + "Conversion";
        }

        return name;
    }

    private static bool In(string @namespace, string root)
        => @namespace == root || @namespace.StartsWith(root + ".", StringComparison.Ordinal);
}
