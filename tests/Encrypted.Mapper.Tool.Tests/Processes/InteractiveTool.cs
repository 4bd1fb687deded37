using System.Diagnostics;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Processes;

/// <summary>The tool as a process that a partner talks with.</summary>
internal sealed class InteractiveTool(params string[] arguments) : IDisposable
{
    // Small collections, so that what is measured is what is held.
    private readonly Process _process = ToolRun.Start(arguments, ("DOTNET_GCgen0size", "400000"), ("DOTNET_gcConcurrent", "0"));

    public int ProcessId => _process.Id;

    /// <summary>The most memory that the process has had so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteAsync((line + "\n").AsMemory(), TestContext.Current.CancellationToken);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    public void CloseInput() => _process.StandardInput.Close();

    public async Task<(int Code, string Messages)> EndAsync()
    {
        var messages = await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, messages);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
