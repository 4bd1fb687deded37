using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Tests.Support;

/// <summary>Compiles a source with what is generated for it, and runs it.</summary>
internal static class Execution
{
    /// <summary>Runs <c>Probe.Run()</c> of a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>What it returned.</returns>
    public static string Run(string source) => Run(Image(Sources.Compile(source)));

    public static string Run(byte[] image, params byte[][] references)
    {
        var context = new AssemblyLoadContext("probe", isCollectible: true);
        foreach (var reference in references)
        {
            context.LoadFromStream(new MemoryStream(reference));
        }

        var probe = context.LoadFromStream(new MemoryStream(image)).GetType("Probe")!;
        return (string)probe.GetMethod("Run")!.Invoke(null, null)!;
    }

    public static byte[] Image(Compilation compilation)
    {
        var generation = Generation.Of(compilation);
        Assert.Empty(generation.Problems);
        using var image = new MemoryStream();
        Assert.True(generation.Output.Emit(image).Success);
        return image.ToArray();
    }
}
