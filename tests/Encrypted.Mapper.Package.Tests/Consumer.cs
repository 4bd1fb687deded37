namespace Encrypted.Mapper.Package.Tests;

/// <summary>A folder outside the tree in which projects reference the packed library.</summary>
/// <param name="folder">The folder.</param>
/// <param name="version">The version of the packed library.</param>
public sealed class Consumer(string folder, string version)
{
    /// <summary>What a program needs beside the library to build its services.</summary>
    public const string Container = """<ItemGroup><PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.0" /></ItemGroup>""";

    public string PackageReference => $"""<ItemGroup><PackageReference Include="Encrypted.Mapper" Version="{version}" /></ItemGroup>""";

    public string TestingPackageReference => $"""<ItemGroup><PackageReference Include="Encrypted.Mapper.Testing" Version="{version}" /></ItemGroup>""";

    /// <summary>Copies the sources of one of the projects under Consumers/ and writes its project file.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="items">The project's references.</param>
    public async Task AddProjectAsync(string name, string items)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (var source in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Consumers", name)))
        {
            File.Copy(source, Path.Combine(project, Path.GetFileName(source)));
        }

        var outputType = File.Exists(Path.Combine(project, "Program.cs")) ? "Exe" : "Library";
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{outputType}</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              {items}
            </Project>
            """);
    }

    public Task BuildAsync(string name) => DotnetProcess.RunAsync(folder, "build", name, "-c", "Release");

    /// <summary>Compiles a program to native code, whose warnings are errors as all others are, and runs it.</summary>
    /// <returns>What the program printed.</returns>
    public async Task<string> RunNativeAsync(string name)
    {
        var output = Path.Combine(folder, "native");
        await DotnetProcess.RunAsync(folder, "publish", name, "-c", "Release", "-o", output);
        Assert.False(File.Exists(Path.Combine(output, $"{name}.dll")), "The program still needs the runtime.");
        return await DotnetProcess.RunProgramAsync(Path.Combine(output, name), folder);
    }

    /// <returns>What the program printed.</returns>
    public async Task<string> RunAsync(string name)
    {
        await BuildAsync(name);
        return await DotnetProcess.RunAsync(folder, Path.Combine(name, "bin/Release/net10.0", $"{name}.dll"));
    }
}
