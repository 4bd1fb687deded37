using System.Runtime.InteropServices;
using Encrypted.Mapper.Tool;

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var input = Console.OpenStandardInput();
await using var closingInput = input.ConfigureAwait(false);
var output = StandardOutput.Open();
await using var closingOutput = output.ConfigureAwait(false);
return await EncryptedDynamoTool.RunAsync(args, input, output, Console.Error, interruption.Token).ConfigureAwait(false);

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process at once.
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
