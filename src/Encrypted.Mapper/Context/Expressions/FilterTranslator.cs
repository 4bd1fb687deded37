using System.Linq.Expressions;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>
/// Translates the lambda of a <c>ContextExpression</c> to expression text: comparisons of mapped properties with values,
/// joined by and, or and not, and the methods that the stock context knows.
/// </summary>
internal sealed class FilterTranslator
{
    private readonly EntityTable _table;
    private readonly ExpressionScope _scope;
    private readonly ConversionOptions _options;

    private FilterTranslator(EntityTable table, ExpressionScope scope, ConversionOptions options)
    {
        _table = table;
        _scope = scope;
        _options = options;
    }

    public static string Write(EntityTable table, ExpressionScope scope, Expression filter, ConversionOptions options)
        => new FilterTranslator(table, scope, options).Write(filter);

    private string Write(Expression node) => node switch
    {
        LambdaExpression lambda => Write(lambda.Body),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => $"({Write(both.Left)}) AND ({Write(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse } either => $"({Write(either.Left)}) OR ({Write(either.Right)})",
        BinaryExpression comparison => Compare(comparison),
        UnaryExpression { NodeType: ExpressionType.Not } negation => $"NOT ({Write(negation.Operand)})",
        MethodCallExpression call => Call(call),
        MemberExpression flag when flag.Type == typeof(bool) => Text(Clear(flag), "=", true),
        _ => throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions),
    };

    private string Compare(BinaryExpression comparison)
    {
        var sign = SignOf(comparison.NodeType) ?? throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions);
        var propertyFirst = ReadsEntity(comparison.Left);
        var property = Property(propertyFirst ? comparison.Left : comparison.Right);
        var value = ExpressionValue.Of(propertyFirst ? comparison.Right : comparison.Left);
        if (value is null)
        {
            // A property that is null is an attribute that is absent.
            return sign switch
            {
                "=" => $"attribute_not_exists({_scope.Name(property)})",
                "<>" => $"attribute_exists({_scope.Name(property)})",
                _ => throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions),
            };
        }

        AttributeUse.RequireClear(_table, property);
        var type = Unwrap(propertyFirst ? comparison.Left : comparison.Right).Type;
        return Text(property, propertyFirst ? sign : Mirrored(sign), AsDeclared(value, Nullable.GetUnderlyingType(type) ?? type));
    }

    private string Call(MethodCallExpression call)
    {
        List<Expression> arguments = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        return (call.Method.Name, arguments.Count) switch
        {
            ("AttributeExists", 1) => $"attribute_exists({_scope.Name(Property(arguments[0]))})",
            ("AttributeNotExists" or "IsNull", 1) => $"attribute_not_exists({_scope.Name(Property(arguments[0]))})",
            ("AttributeType", 2) => $"attribute_type({_scope.Name(Clear(arguments[0]))}, {_scope.Value(new AttributeValue { S = (string)ExpressionValue.Of(arguments[1])! })})",
            ("Between", 3) => Between(arguments[0], arguments[1], arguments[2]),
            ("Equals", 2) => Compare(Expression.Equal(Boxed(arguments[0]), Boxed(arguments[1]))),
            ("StartsWith", 2) when call.Method.DeclaringType == typeof(string) => Function("begins_with", arguments[0], arguments[1]),
            ("Contains", 2) or ("Contains", 3) when arguments.Count == 2 || IsNull(arguments[2]) => ReadsEntity(arguments[0]) ? Function("contains", arguments[0], arguments[1]) : In(arguments[0], arguments[1]),
            _ => throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions),
        };
    }

    private string Function(string name, Expression subject, Expression argument)
    {
        var property = Clear(subject);
        return $"{name}({_scope.Name(property)}, {Value(property, ExpressionValue.Of(argument))})";
    }

    private string Between(Expression subject, Expression low, Expression high)
    {
        var property = Clear(subject);
        return $"{_scope.Name(property)} BETWEEN {Value(property, ExpressionValue.Of(low))} AND {Value(property, ExpressionValue.Of(high))}";
    }

    private string In(Expression values, Expression subject)
    {
        var property = Clear(subject);
        var list = ExpressionValue.Of(values) as System.Collections.IEnumerable ?? throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions);
        return $"{_scope.Name(property)} IN ({string.Join(", ", list.Cast<object>().Select(value => Value(property, value)))})";
    }

    private string Text(string property, string sign, object value) => $"{_scope.Name(property)} {sign} {Value(property, value)}";

    private string Value(string property, object? value)
        => _scope.Value(_table.Model.ToAttributeValue(property, value, _options) ?? throw ContextErrors.ConditionValue(_table.Name, property));

    private string Clear(Expression node)
    {
        var property = Property(node);
        AttributeUse.RequireClear(_table, property);
        return property;
    }

    /// <summary>The attribute of a mapped property of the entity itself. A property of a nested object is refused, an encrypted parent first.</summary>
    private string Property(Expression node)
    {
        if (Unwrap(node) is not MemberExpression { Expression: { } owner } member)
        {
            throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions);
        }

        if (Unwrap(owner) is not ParameterExpression)
        {
            Clear(owner);
            throw ContextErrors.NotSupported(UnsupportedMember.OtherExpressions);
        }

        return _table.Attributes.TryGetByProperty(member.Member.Name, out var attribute)
            ? attribute.AttributeName
            : throw ContextErrors.UnknownProperty(_table.Name);
    }

    private static bool ReadsEntity(Expression? node) => node is not null && Unwrap(node) switch
    {
        ParameterExpression => true,
        MemberExpression member => ReadsEntity(member.Expression),
        MethodCallExpression call => ReadsEntity(call.Object) || call.Arguments.Any(ReadsEntity),
        _ => false,
    };

    /// <summary>What stands below casts, the compiler's conversions to spans, and <c>Nullable.Value</c>.</summary>
    private static Expression Unwrap(Expression node) => node switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion => Unwrap(conversion.Operand),
        MethodCallExpression { Method.Name: "op_Implicit" } conversion => Unwrap(conversion.Arguments[0]),
        MemberExpression { Member.Name: "Value", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null => Unwrap(nullable),
        _ => node,
    };

    /// <summary>Compilers compare enumerations and characters as integers.</summary>
    private static object AsDeclared(object value, Type type)
        => type.IsEnum && value is not Enum ? Enum.ToObject(type, value) : type == typeof(char) && value is int code ? (char)code : value;

    // The comparer that .NET 10 added to Contains.
    private static bool IsNull(Expression node) => !ReadsEntity(node) && ExpressionValue.Of(node) is null;

    private static UnaryExpression Boxed(Expression node) => Expression.Convert(node, typeof(object));

    private static string? SignOf(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "=",
        ExpressionType.NotEqual => "<>",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        _ => null,
    };

    private static string Mirrored(string sign) => sign switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => sign,
    };
}
