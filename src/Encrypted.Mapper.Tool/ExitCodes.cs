namespace Encrypted.Mapper.Tool;

/// <summary>What the tool's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>Every line succeeded, or the key command did.</summary>
    public const int AllSucceeded = 0;

    /// <summary>At least one line failed, and its output line says why; a key command was refused or failed; or the output could not be written.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command or the configuration can't be understood; nothing was read.</summary>
    public const int BadCommand = 2;

    /// <summary>The run was interrupted: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
