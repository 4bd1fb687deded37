using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>How code of the compiled assembly creates types and reads and writes their members: plainly, or by accessors.</summary>
/// <param name="compilation">The compilation that the model is generated into.</param>
internal sealed class MemberAccess(CSharpCompilation compilation)
{
    /// <summary>Why a member can't be read or written, or <see langword="null"/> if it can.</summary>
    public string? Obstacle(MappedMember member, INamedTypeSymbol owner) => member.Symbol switch
    {
        { IsStatic: true } => "a static member is not stored",
        IPropertySymbol { Parameters.Length: > 0 } => "an indexer has no attribute; mark it [DynamoDBIgnore]",
        IPropertySymbol property => Obstacle(property, member, owner),
        _ when !member.IsReadWrite => "it must be a public field that is not readonly",
        _ => null,
    };

    /// <summary>Why generated code can't name a type, or <see langword="null"/> if it can.</summary>
    public string? Obstacle(INamedTypeSymbol type)
        => IsReachable(type) ? null : "it must be public or internal, as must the types that it is nested in";

    /// <summary>What makes an accessor necessary that .NET 8 can't bind, since a generic type declares the member; else <see langword="null"/>.</summary>
    public string? GenericObstacle(MappedMember member)
    {
        if (NeedsGetter(member) && IsGeneric(member.Getter!.ContainingType))
        {
            return "getter";
        }

        return NeedsSetter(member) && IsGeneric(member.Setter!.ContainingType) ? "setter" : null;
    }

    public MemberAccessSpec Of(MappedMember member, AccessorTable accessors)
        => new(
            NeedsGetter(member) ? accessors.Getter(member.Getter!) : null,
            NeedsSetter(member) ? accessors.Setter(member.Setter!) : null,
            member.Parameter is not null);

    public bool IsReachable(INamedTypeSymbol type) => IsAccessible(type) && !IsFileLocal(type);

    public bool IsAccessible(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);

    /// <summary>Whether a member's value can be given to a parameter. A nullable one can where null gives way to the parameter's default.</summary>
    public bool IsAssignable(ITypeSymbol source, ITypeSymbol target)
        => compilation.ClassifyConversion(source, target) is { IsImplicit: true, IsUserDefined: false }
            || (target.IsValueType && Underlying(source) is { } underlying && IsAssignable(underlying, target));

    /// <summary>The type that another is the nullable of.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    public static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private string? Obstacle(IPropertySymbol property, MappedMember member, INamedTypeSymbol owner)
    {
        if (!member.IsReadWrite && (member.Parameter is null || member.Getter is null))
        {
            return "it needs a getter and a setter, or a getter and a parameter of the constructor";
        }

        if (property.ExplicitInterfaceImplementations.Length > 0)
        {
            return "an explicit implementation of an interface can't be accessed; mark it [DynamoDBIgnore]";
        }

        if (!IsAccessible(property.Type))
        {
            return "its type must be public or internal, or mark it [DynamoDBIgnore]";
        }

        return IsHidden(property, owner) ? "a derived type hides it" : null;
    }

    private bool NeedsGetter(MappedMember member) => member.Getter is { } getter && !IsAccessible(getter);

    /// <summary>What the constructor is given isn't set afterwards, except the version after a save.</summary>
    private bool NeedsSetter(MappedMember member)
        => (member.Parameter is null || member.Attributes.IsVersion)
            && member.Setter is { } setter
            && (setter.IsInitOnly || !IsAccessible(setter));

    private static bool IsHidden(IPropertySymbol property, INamedTypeSymbol owner)
    {
        for (var type = owner; type is not null && !SymbolEqualityComparer.Default.Equals(type, property.ContainingType); type = type.BaseType)
        {
            if (type.GetMembers(property.Name).Any(static member => !member.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFileLocal(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}
