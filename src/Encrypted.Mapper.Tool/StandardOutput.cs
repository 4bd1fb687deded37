using Microsoft.Win32.SafeHandles;

namespace Encrypted.Mapper.Tool;

/// <summary>Standard output that tells when nobody reads any more.</summary>
internal static class StandardOutput
{
    /// <summary>The console's own stream drops what is written to a closed pipe in silence, and the tool would go on for nobody.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!output.CanSeek)
        {
            return output;
        }

        // A file stream keeps a position of its own, whereas a file may be shared with the commands before and after.
        output.Dispose();
        return Console.OpenStandardOutput();
    }
}
