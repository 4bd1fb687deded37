using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>Lets the first writes reach the service and loses their answers, so that the client repeats them; keeps the bytes of every write.</summary>
internal sealed class LostAnswers(int losses) : HttpClientFactory
{
    private int _left = losses;

    public ConcurrentQueue<byte[]> Writes { get; } = new();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private static bool IsWrite(HttpRequestMessage request)
        => request.Headers.TryGetValues("X-Amz-Target", out var targets)
        && targets.Any(target => target.EndsWith(".PutItem", StringComparison.Ordinal) || target.EndsWith(".UpdateItem", StringComparison.Ordinal));

    private sealed class Handler(LostAnswers owner) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!IsWrite(request))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            owner.Writes.Enqueue(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            var answer = await base.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode || Interlocked.Decrement(ref owner._left) < 0)
            {
                return answer;
            }

            answer.Dispose();
            return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("{\"__type\":\"InternalServerError\"}") };
        }
    }
}
