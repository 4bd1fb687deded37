using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Evaluates the part of a lambda that doesn't depend on the entity. Nothing is compiled, so that it works without a JIT.</summary>
internal static class ExpressionValue
{
    public static object? Of(Expression node) => node switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(OfOwner(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(OfOwner(member.Expression)),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion => Convert(conversion),

        // A collection that the compiler passes as a span, which no object can hold: the collection itself will do.
        MethodCallExpression { Method: { Name: "op_Implicit", ReturnType.IsByRefLike: true } } conversion => Of(conversion.Arguments[0]),
        MethodCallExpression call => call.Method.Invoke(OfOwner(call.Object), OfAll(call.Arguments)),
        NewExpression { Constructor: { } constructor } creation => constructor.Invoke(OfAll(creation.Arguments)),
        NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => OfAll(array.Expressions),
        _ => throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions),
    };

    private static object? OfOwner(Expression? owner) => owner is null ? null : Of(owner);

    private static object?[] OfAll(ReadOnlyCollection<Expression> nodes)
    {
        var values = new object?[nodes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Of(nodes[i]);
        }

        return values;
    }

    private static object? Convert(UnaryExpression conversion)
    {
        var value = Of(conversion.Operand);
        var target = Nullable.GetUnderlyingType(conversion.Type) ?? conversion.Type;
        if (conversion.Method is { } method)
        {
            return method.ReturnType.IsByRefLike ? value : method.Invoke(null, [value]);
        }

        // Casts between number types change the value's type; others only how the compiler sees it.
        return value is IConvertible && target.IsPrimitive ? System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture) : value;
    }
}
