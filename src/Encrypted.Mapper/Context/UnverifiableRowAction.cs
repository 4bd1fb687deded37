namespace Encrypted.Mapper;

/// <summary>What becomes of a page with a row that could not be verified.</summary>
public enum UnverifiableRowAction
{
    /// <summary>The page fails with the row's <see cref="ItemVerificationException"/>. This is also what happens without a handler.</summary>
    Fail,

    /// <summary>The row is left out of the page and counted.</summary>
    Skip,
}
