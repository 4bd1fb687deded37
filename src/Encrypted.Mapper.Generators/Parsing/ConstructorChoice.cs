using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>
/// The constructor by which instances of a type are created: the one marked <c>[DynamoDBConstructor]</c>; else, for a
/// class, the one without parameters; else the one whose parameters all name members, and of several the one with most
/// parameters; else a private one without parameters. A struct whose members can all be set starts from zero, unless it
/// has one constructor that fits. The SDK's context chooses likewise where it can choose at all.
/// </summary>
/// <param name="Constructor">The constructor; <see langword="null"/> where there is none to call.</param>
/// <param name="Arguments">The member behind each of its parameters; <see langword="null"/> behind one that isn't stored.</param>
/// <param name="Problem">Why none fits.</param>
/// <param name="Mark">The attribute that asks for a constructor that doesn't fit.</param>
internal sealed record ConstructorChoice(
    IMethodSymbol? Constructor,
    ImmutableArray<MappedMember?> Arguments,
    string? Problem = null,
    AttributeData? Mark = null)
{
    private static readonly ConstructorChoice s_none = new(null, ImmutableArray<MappedMember?>.Empty);

    public static ConstructorChoice Of(INamedTypeSymbol type, List<MappedMember> members, MemberAccess access)
    {
        if (type.IsAbstract || type.IsTupleType || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return s_none;
        }

        var marked = type.InstanceConstructors.Where(static constructor => MarkOn(constructor) is not null).ToArray();
        if (marked.Length > 0)
        {
            return Marked(marked, members, access);
        }

        var open = type.InstanceConstructors.Where(access.IsAccessible).ToArray();
        if (!type.IsValueType && open.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } plain)
        {
            return With(plain);
        }

        var candidates = open.Where(constructor => !constructor.Parameters.IsEmpty && !IsCopy(constructor)).ToArray();
        if (type.IsValueType && candidates.Length != 1 && !NeedsConstructor(members, candidates))
        {
            return s_none;
        }

        return Best(type, candidates, members, access);
    }

    private static ConstructorChoice Marked(IMethodSymbol[] marked, List<MappedMember> members, MemberAccess access)
    {
        var mark = MarkOn(marked[marked.Length - 1]);
        if (marked.Length > 1)
        {
            return s_none with { Problem = "more than one constructor is marked [DynamoDBConstructor]", Mark = mark };
        }

        var choice = Bind(marked[0], members, access);
        return choice.Problem is null ? choice : choice with { Mark = mark };
    }

    private static ConstructorChoice Best(INamedTypeSymbol type, IMethodSymbol[] candidates, List<MappedMember> members, MemberAccess access)
    {
        var bound = candidates.Select(constructor => Bind(constructor, members, access)).ToArray();
        var fitting = bound.Where(static choice => choice.Problem is null).OrderByDescending(static choice => choice.Arguments.Length).ToArray();
        if (fitting.Length > 1 && fitting[0].Arguments.Length == fitting[1].Arguments.Length)
        {
            return s_none with { Problem = "several constructors fit equally well: mark one [DynamoDBConstructor]" };
        }

        if (fitting.Length > 0)
        {
            return fitting[0];
        }

        if (type.IsValueType && !NeedsConstructor(members, candidates))
        {
            return s_none;
        }

        if (!type.IsValueType && type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } hidden)
        {
            return With(hidden);
        }

        return bound.Length == 1
            ? bound[0]
            : s_none with { Problem = bound.Length == 0 ? "it has no constructor that is public or internal, or without parameters" : "no constructor's parameters all name members by which they could be filled" };
    }

    private static ConstructorChoice With(IMethodSymbol constructor) => s_none with { Constructor = constructor };

    /// <summary>Finds the members behind a constructor's parameters: by name without regard to case, an exact match first.</summary>
    private static ConstructorChoice Bind(IMethodSymbol constructor, List<MappedMember> members, MemberAccess access)
    {
        var arguments = ImmutableArray.CreateBuilder<MappedMember?>();
        foreach (var parameter in constructor.Parameters)
        {
            var named = members.Where(member => IsReadable(member) && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)).ToArray();
            var stored = named.Where(static member => !member.Attributes.IsIgnored && !member.Attributes.IsExtensionData).ToArray();
            var exact = stored.Where(member => member.Name == parameter.Name).ToArray();
            if (Mismatch(parameter, named.Length, stored.Length, exact.Length) is { } problem)
            {
                return s_none with { Problem = problem };
            }

            var argument = exact.Length == 1 ? exact[0] : stored.FirstOrDefault();
            if (argument is not null && !access.IsAssignable(argument.Type, parameter.Type))
            {
                return s_none with { Problem = $"the constructor's parameter '{parameter.Name}' is of another type than '{argument.Name}'" };
            }

            arguments.Add(argument);
        }

        return new ConstructorChoice(constructor, arguments.ToImmutable());
    }

    private static string? Mismatch(IParameterSymbol parameter, int named, int stored, int exact)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return $"the constructor's parameter '{parameter.Name}' is passed by reference";
        }

        if (named == 0)
        {
            return $"the constructor's parameter '{parameter.Name}' names no member that is stored";
        }

        return stored > 1 && exact != 1 ? $"the constructor's parameter '{parameter.Name}' names several members" : null;
    }

    private static bool IsReadable(MappedMember member)
        => !member.Symbol.IsStatic && (member.Symbol is IFieldSymbol ? member.IsReadWrite : member.Getter is not null);

    /// <summary>Whether a struct has a member that only a constructor can fill.</summary>
    private static bool NeedsConstructor(List<MappedMember> members, IMethodSymbol[] candidates)
        => members.Any(member => !member.IsReadWrite
            && !member.Attributes.IsIgnored
            && IsReadable(member)
            && candidates.Any(constructor => constructor.Parameters.Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase))));

    /// <summary>A record's copy constructor.</summary>
    private static bool IsCopy(IMethodSymbol constructor)
        => constructor.ContainingType.IsRecord
            && constructor.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static AttributeData? MarkOn(IMethodSymbol constructor)
        => constructor.GetAttributes().FirstOrDefault(static attribute => TypeNames.SdkName(attribute) == TypeNames.Constructor);
}
