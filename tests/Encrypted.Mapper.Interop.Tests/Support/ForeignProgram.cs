using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Encrypted.Mapper.Interop.Tests.Support.ForeignProgram))]

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>The Node program in the folder <c>node</c>: one process for all tests, asked over its standard input.</summary>
public sealed class ForeignProgram : IAsyncLifetime
{
    // Node 18 and 20 refuse RSAES-PKCS1-v1_5 unless told so; later ones need nothing and don't know the option.
    private const string PermitPkcs1 = "--security-revert=CVE-2023-46809";

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _pending = new();
    private readonly StringBuilder _complaints = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private Process? _process;
    private Task _reading = Task.CompletedTask;
    private int _requests;

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Folders.Node, "node_modules")))
        {
            throw new InvalidOperationException($"The packages of the foreign program are missing: run ./dev test, or npm ci --ignore-scripts in {Folders.Node}.");
        }

        string[] options = await KnowsAsync(PermitPkcs1) ? [PermitPkcs1] : [];
        _process = Start([.. options, "main.mjs"]);
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints)
            {
                _complaints.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        _reading = ReadAsync(_process.StandardOutput);
    }

    /// <summary>Has the program do something.</summary>
    /// <exception cref="ForeignException">The program's own error.</exception>
    public async Task<JsonNode?> AskAsync(string operation, JsonObject arguments)
    {
        var id = Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        var request = new JsonObject { ["id"] = id, ["operation"] = operation, ["arguments"] = arguments }.ToJsonString();
        await _writing.WaitAsync();
        try
        {
            await _process!.StandardInput.WriteLineAsync(request);
            await _process.StandardInput.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

        return await answer.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // It ends when its input does.
            _process.StandardInput.Close();
            await _reading;
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _writing.Dispose();
    }

    private static async Task<bool> KnowsAsync(string option)
    {
        using var process = Start([option, "--version"]);
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folders.Node,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };

        // Nothing of the machine's own configuration may reach the clients.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    private async Task ReadAsync(StreamReader output)
    {
        try
        {
            while (await output.ReadLineAsync() is { } line)
            {
                // Node announces some of its options there, too.
                if (line.StartsWith('{'))
                {
                    Answer(JsonNode.Parse(line)!);
                }
            }
        }
        finally
        {
            // Whoever still waits would wait for ever.
            foreach (var answer in _pending.Values)
            {
                lock (_complaints)
                {
                    answer.TrySetException(new InvalidOperationException($"The foreign program ended.\n{_complaints}"));
                }
            }
        }
    }

    private void Answer(JsonNode message)
    {
        if (!_pending.TryRemove(message["id"]!.GetValue<string>(), out var answer))
        {
            return;
        }

        if (message["error"] is { } error)
        {
            answer.SetException(new ForeignException(error["name"].ToText(), error["message"].ToText(), error["status"]?.GetValue<int>()));
        }
        else
        {
            answer.SetResult(message["result"]);
        }
    }
}
