namespace Encrypted.Mapper.Integration.Entities;

public class Diagnosis
{
    public string Code { get; set; } = "";

    public decimal Score { get; set; }

    public List<string>? Notes { get; set; }
}
