namespace Quickstart.Presentation;

/// <summary>One colour for one meaning. Every meaning is also said in words.</summary>
internal static class Look
{
    public const string Encrypted = "green";
    public const string Signed = "deepskyblue1";
    public const string Unprotected = "yellow";
    public const string Format = "grey";
    public const string Code = "mediumpurple2";
    public const string Refused = "red";
}
