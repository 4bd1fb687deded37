using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>How instances of one type are created and which of its members the constructor fills.</summary>
/// <param name="type">The type.</param>
/// <param name="choice">Its constructor.</param>
/// <param name="access">What generated code can access.</param>
internal sealed class Construction(INamedTypeSymbol type, ConstructorChoice choice, MemberAccess access)
{
    /// <summary>Chooses the constructor and reports if none fits.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">Its members.</param>
    /// <param name="user">Where to report: the type itself, or the member that it is the type of.</param>
    /// <param name="access">What generated code can access.</param>
    /// <param name="findings">Where errors go.</param>
    public static Construction Of(INamedTypeSymbol type, List<MappedMember> members, ISymbol user, MemberAccess access, Findings findings)
    {
        var choice = ConstructorChoice.Of(type, members, access);
        var result = new Construction(type, choice, access);
        if (choice.Problem is { } problem)
        {
            findings.Add(Rules.NoConstructor, choice.Mark, user, type.Name, problem);
        }
        else if (result.NeedsAccessor && MemberAccess.IsGeneric(type))
        {
            findings.Add(Rules.GenericAccess, null, user, result.IsPrivate ? "The private constructor" : "The required members", type.Name);
        }
        else if (result.NeedsAccessor && choice.Constructor!.Parameters.Any(static parameter => parameter.RefKind != RefKind.None))
        {
            findings.Add(Rules.NoConstructor, choice.Mark, user, type.Name, "a parameter of its constructor is passed by reference");
        }

        return result;
    }

    private bool IsPrivate => choice.Constructor is { } constructor && !access.IsAccessible(constructor);

    private bool NeedsAccessor => choice.Constructor is { } constructor && (IsPrivate || LeavesRequiredMembers(constructor));

    /// <summary>The members, each with the parameter that it fills.</summary>
    public List<MappedMember> Bind(List<MappedMember> members)
        => members
            .Select(member => choice.Arguments.IndexOf(member) is var index and >= 0 ? member with { Parameter = choice.Constructor!.Parameters[index] } : member)
            .ToList();

    public CreationSpec ToSpec(IEnumerable<MemberSpec> members, AccessorTable accessors)
    {
        if (choice.Constructor is not { } constructor)
        {
            return CreationSpec.None with { StartsFromZero = type.IsValueType };
        }

        var arguments = constructor.Parameters.Select((parameter, index) => Argument(parameter, choice.Arguments[index], members));
        return new CreationSpec(
            NeedsAccessor ? accessors.Constructor(constructor) : null,
            StartsFromZero: false,
            new EquatableArray<ArgumentSpec>(arguments.ToImmutableArray()));
    }

    private static ArgumentSpec Argument(IParameterSymbol parameter, MappedMember? member, IEnumerable<MemberSpec> members)
    {
        var isNullable = MemberAccess.Underlying(parameter.Type) is not null;
        var unwraps = member is not null && !isNullable && parameter.Type.IsValueType && MemberAccess.Underlying(member.Type) is not null;
        var type = unwraps ? MemberAccess.Underlying(member!.Type) : member?.Type;
        return new ArgumentSpec(
            CodeNames.Identifier(parameter.Name),
            member is null ? null : members.FirstOrDefault(spec => spec.Identifier == member.Identifier),
            ParameterDefaults.Of(parameter),
            type is null || SymbolEqualityComparer.Default.Equals(type, parameter.Type) ? null : CodeNames.Type(parameter.Type),
            unwraps,
            !unwraps && parameter.HasExplicitDefaultValue && parameter.Type.IsValueType && !isNullable);
    }

    private static bool LeavesRequiredMembers(IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
        {
            return false;
        }

        for (var type = constructor.ContainingType; type is not null; type = type.BaseType)
        {
            if (!type.IsValueType && type.SpecialType == SpecialType.System_Object)
            {
                return false;
            }

            if (type.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
