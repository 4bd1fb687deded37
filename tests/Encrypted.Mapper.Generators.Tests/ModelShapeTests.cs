using System.Reflection;
using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Tests;

/// <summary>Holds the pipeline's models to plain data: a symbol in one would keep whole compilations alive, and a type without equality would emit anew at every key stroke.</summary>
public sealed class ModelShapeTests
{
    public static TheoryData<string> Models { get; } = [.. Types.Select(static type => type.FullName!)];

    private static IEnumerable<Type> Types => typeof(EntitySpec).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(EntitySpec).Namespace && !type.IsNested && !type.IsEnum);

    [Fact]
    public void The_models_are_found()
        => Assert.Contains(typeof(EntitySpec), Types);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_sealed_and_equatable(string name)
    {
        var type = Find(name);
        Assert.True(type.IsSealed);
        var equatable = typeof(IEquatable<>).MakeGenericType(type.IsGenericType ? type.MakeGenericType(typeof(string)) : type);
        Assert.True(equatable.IsAssignableFrom(equatable.GetGenericArguments()[0]));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_holds_nothing_but_plain_data(string name)
    {
        foreach (var field in Find(name).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Assert.True(IsPlain(field.FieldType), $"{name}.{field.Name} is a {field.FieldType}");
            Assert.True(field.IsInitOnly, $"{name}.{field.Name} can change");
        }
    }

    private static Type Find(string name) => Types.Single(type => type.FullName == name);

    private static bool IsPlain(Type type)
    {
        if (type == typeof(string) || type == typeof(bool) || type == typeof(int) || type.IsGenericParameter)
        {
            return true;
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var isWrapper = definition == typeof(EquatableArray<>) || definition == typeof(System.Collections.Immutable.ImmutableArray<>);
            return isWrapper && type.GetGenericArguments().All(IsPlain);
        }

        return type.Namespace == typeof(EntitySpec).Namespace;
    }
}
