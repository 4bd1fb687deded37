using System.Globalization;
using BenchmarkDotNet.Reports;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Benchmarks.Report;

/// <summary>The fastest iteration of each benchmark of the run: what else the machine did can only have added to the others.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<string, double> _nanoseconds = [];

    public void Add(Summary summary)
    {
        foreach (var report in summary.Reports)
        {
            var parameters = report.BenchmarkCase.Parameters.Items.Select(item => item.Value);
            _nanoseconds[Name(report.BenchmarkCase.Descriptor.WorkloadMethod.Name, [.. parameters])]
                = report.ResultStatistics?.Min ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} was not measured.");
        }
    }

    /// <param name="method">The benchmark's method.</param>
    /// <param name="parameters">Its parameters, in the order of their names.</param>
    public double Of(string method, params object[] parameters) => _nanoseconds[Name(method, parameters)];

    private static string Name(string method, object[] parameters)
        => method + string.Concat(parameters
            .Select(parameter => parameter is AlgorithmSuite suite ? suite.ToString() : Convert.ToString(parameter, CultureInfo.InvariantCulture))
            .Order(StringComparer.Ordinal)
            .Select(text => " " + text));
}
