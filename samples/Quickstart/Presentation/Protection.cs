namespace Quickstart.Presentation;

/// <summary>How an attribute of <see cref="Patient"/> is protected, in a word and a colour.</summary>
internal sealed record Protection(string Word, string Colour)
{
    public static Protection Of(string attribute) => attribute switch
    {
        nameof(Patient.Id) or nameof(Patient.Visit) => new("signed (key)", Look.Signed),
        nameof(Patient.Version) => new("signed (version)", Look.Signed),
        nameof(Patient.Clinic) => new("signed", Look.Signed),
        nameof(Patient.DisplayHint) => new("unprotected", Look.Unprotected),
        "aws_dbe_head" => new("header", Look.Format),
        "aws_dbe_foot" => new("footer", Look.Format),
        _ => new("encrypted, signed", Look.Encrypted),
    };
}
