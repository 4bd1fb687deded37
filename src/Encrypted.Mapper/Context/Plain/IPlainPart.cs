namespace Encrypted.Mapper.Context.Plain;

/// <summary>A part of a batch or transaction that the stock context made, inside a wrapper that checks what goes into it.</summary>
/// <typeparam name="TPart">The stock context's interface.</typeparam>
internal interface IPlainPart<out TPart>
{
    /// <summary>The part itself, after its table was checked again.</summary>
    TPart Checked();
}
