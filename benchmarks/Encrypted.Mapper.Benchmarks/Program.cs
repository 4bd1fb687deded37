using BenchmarkDotNet.Running;
using Encrypted.Mapper.Benchmarks.Items;
using Encrypted.Mapper.Benchmarks.Mapping;
using Encrypted.Mapper.Benchmarks.Report;

// Everything is measured in one process, one after the other: only ratios of one run mean anything.
var measurements = new Measurements();
foreach (var type in new[] { typeof(ItemBenchmarks), typeof(AttributeCountBenchmarks), typeof(MappingBenchmarks) })
{
    measurements.Add(BenchmarkRunner.Run(type, new QuietConfiguration(args.Contains("--quick"))));
}

return RatioReport.Write(measurements) ? 0 : 1;
