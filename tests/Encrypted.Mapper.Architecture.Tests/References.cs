using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>Every type that a type's metadata and code name, those of its nested and compiler-generated types included.</summary>
internal static class References
{
    public static IReadOnlySet<string> Of(TypeDefinition type)
    {
        var found = new HashSet<TypeReference>();
        Collect(type, found);
        return found.SelectMany(Parts).Select(Outermost).Select(part => part.FullName).ToHashSet();
    }

    private static void Collect(TypeDefinition type, HashSet<TypeReference> found)
    {
        Add(found, type.BaseType);
        Add(found, type.Interfaces.Select(implementation => implementation.InterfaceType));
        Add(found, type.Fields.Select(field => field.FieldType));
        Add(found, type.Properties.Select(property => property.PropertyType));
        Add(found, type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType));
        Add(found, type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            Collect(method, found);
        }

        foreach (var nested in type.NestedTypes)
        {
            Collect(nested, found);
        }
    }

    private static void Collect(MethodDefinition method, HashSet<TypeReference> found)
    {
        Add(found, method.ReturnType);
        Add(found, method.Parameters.Select(parameter => parameter.ParameterType));
        if (!method.HasBody)
        {
            return;
        }

        Add(found, method.Body.Variables.Select(variable => variable.VariableType));
        Add(found, method.Body.ExceptionHandlers.Select(handler => handler.CatchType));
        foreach (var instruction in method.Body.Instructions)
        {
            Add(found, TypesOf(instruction));
        }
    }

    private static IEnumerable<TypeReference> TypesOf(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. ArgumentsOf(method)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> ArgumentsOf(MethodReference method)
        => method is GenericInstanceMethod generic ? generic.GenericArguments : [];

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } declaring)
        {
            type = declaring;
        }

        return type;
    }

    private static void Add(HashSet<TypeReference> found, params IEnumerable<TypeReference?> types)
    {
        foreach (var type in types)
        {
            if (type is not null)
            {
                found.Add(type);
            }
        }
    }
}
