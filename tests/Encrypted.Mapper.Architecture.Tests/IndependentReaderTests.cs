using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>The independent reader checks what src/ writes: it is worth something only while it shares nothing with it.</summary>
public sealed partial class IndependentReaderTests
{
    private const string Folder = "tests/Encrypted.Mapper.IndependentReader";

    [Fact]
    public void Its_project_references_nothing_of_src()
    {
        var project = Repository.Read($"{Folder}/Encrypted.Mapper.IndependentReader.csproj");

        Violations.None(ReferenceOrLink().Matches(project).Select(match => match.Value));
    }

    [Fact]
    public void Its_source_names_no_namespace_of_src()
    {
        var naming =
            from file in Repository.Files(Folder, "*.cs")
            from Match use in LibraryName().Matches(Repository.Read(file))
            select $"{file}: {use.Value}";

        Violations.None(naming);
    }

    [GeneratedRegex(@"<(?:ProjectReference|Compile|Reference|Import)\b[^>]*>")]
    private static partial Regex ReferenceOrLink();

    [GeneratedRegex(@"\bEncrypted\.Mapper\b(?!\.IndependentReader)[\w.]*")]
    private static partial Regex LibraryName();
}
