using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>Both header versions with both suites, as theory data.</summary>
public static class SubjectKinds
{
    public static TheoryData<int, string> All() => new()
    {
        { 1, "67 00" },
        { 1, "67 01" },
        { 2, "67 00" },
        { 2, "67 01" },
    };
}
