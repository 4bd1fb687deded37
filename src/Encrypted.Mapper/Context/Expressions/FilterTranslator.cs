using System.Linq.Expressions;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Translates the lambda of a <c>ContextExpression</c> to expression text.</summary>
internal static class FilterTranslator
{
    public static string Write(EntityTable table, ExpressionScope scope, Expression filter, ConversionOptions options)
        => throw ContextErrors.NotSupported("ContextExpression", "use conditions.");
}
