using System.CommandLine;
using System.Runtime.InteropServices;
using Encrypted.Mapper.Testing;

// A local AWS KMS in a process of its own. The first line of its output is its address, the second a key's ARN.
var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; by default a free one." };
var keys = new Option<string>("--keys") { Description = "A file that keeps the keys; by default they end with the process." };
var log = new Option<string>("--log") { Description = "Where to write the calls at the end, as CloudTrail records them." };
var command = new RootCommand("Runs a local AWS KMS until Ctrl+C or SIGTERM.") { port, keys, log };
command.SetAction(async arguments =>
{
    var stop = new TaskCompletionSource();
    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

    await using var kms = await LocalKms.StartAsync(new() { Port = arguments.GetValue(port), KeyFile = arguments.GetValue(keys) });
    Console.WriteLine(kms.Endpoint);
    Console.WriteLine(kms.KeyArns.Count > 0 ? kms.KeyArns[0] : kms.CreateKey());

    await stop.Task;
    if (arguments.GetValue(log) is { } path)
    {
        await kms.StopAsync();
        await kms.WriteCloudTrailAsync(path);
    }

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
});
return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
