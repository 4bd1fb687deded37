using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Amazon;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Integration.Tests.Leaks;

/// <summary>Everything that a process says of itself: logs of every level, activities, measurements, trace output of the AWS SDK, and exceptions.</summary>
internal sealed class Outputs : TraceListener, ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly LoggingOptions _previousLogTo = AWSConfigs.LoggingConfig.LogTo;
    private readonly ResponseLoggingOption _previousLogResponses = AWSConfigs.LoggingConfig.LogResponses;

    public Outputs()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _texts.Enqueue($"{instrument.Name} {value} {Join(tags.ToArray())}"));
        _meters.Start();
        Name = nameof(Outputs);
        AWSConfigs.LoggingConfig.LogTo = LoggingOptions.SystemDiagnostics;
        AWSConfigs.LoggingConfig.LogResponses = ResponseLoggingOption.Always;
        AWSConfigs.AddTraceListener("Amazon", this);
    }

    /// <summary>What this library says, and what its exceptions say.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>What the AWS SDK says: whole responses, and so the stored items.</summary>
    public IReadOnlyCollection<string> Traces => _traces;

    public void Add(Exception error)
    {
        for (Exception? part = error; part is not null; part = part.InnerException)
        {
            _texts.Enqueue(part.ToString());
            _texts.Enqueue(string.Join(' ', part.Data.Values.Cast<object>()));
            foreach (var property in part.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
            {
                _texts.Enqueue($"{property.GetValue(part)}");
            }
        }
    }

    public override void Write(string? message) => _traces.Enqueue(message ?? "");

    public override void WriteLine(string? message) => _traces.Enqueue(message ?? "");

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _texts.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _texts.Enqueue($"{logLevel} {eventId.Id} {eventId.Name} {formatter(state, exception)} {exception}");
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            _texts.Enqueue(Join(values));
        }
    }

    protected override void Dispose(bool disposing)
    {
        AWSConfigs.RemoveTraceListener("Amazon", Name);
        AWSConfigs.LoggingConfig.LogTo = _previousLogTo;
        AWSConfigs.LoggingConfig.LogResponses = _previousLogResponses;
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose(disposing);
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> values)
        => string.Join(' ', values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key}={value.Value}")));

    private void Add(Activity activity)
        => _texts.Enqueue($"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {Join(activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))} {string.Join(' ', activity.Baggage)}");
}
