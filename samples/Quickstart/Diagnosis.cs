namespace Quickstart;

/// <summary>Nested in an encrypted property: encrypted as a whole, whatever it holds.</summary>
public sealed class Diagnosis
{
    public string Code { get; set; } = "";

    public string Notes { get; set; } = "";

    public List<string> Medication { get; set; } = [];
}
