using System.Globalization;
using System.IO.Compression;
using System.Net;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Asks arXiv one thing, as often as it helps: bounded in size and time, a turn taken for each attempt, jittered exponential waits
/// between them, Retry-After obeyed. Every outcome but cancellation is a value.
/// </summary>
internal sealed class ArxivConversation(HttpClient http, ArxivSettings settings, ArxivPacing pacing)
{
    public async Task<ArxivAnswer<T>> Ask<T>(ArxivRequest<T> request, CancellationToken cancel)
        where T : class
    {
        if (settings.LacksContactFor(request.Address))
            return new ArxivAnswer<T>(null, new Refusal(RefusalKind.NoContact, "Set Arxiv:Contact to an e-mail address: arXiv's hosts are not asked without one."));

        var story = new List<string>();
        var bytes = 0L;
        for (var attempt = 1; ; attempt++)
        {
            var (value, refusal, body, told) = await Attempt(request, cancel);
            bytes += body;
            if (value is not null)
            {
                Tell($"Attempt {attempt}: {body:N0} bytes.");
                return new ArxivAnswer<T>(value, null) { Attempts = attempt, Bytes = bytes, Story = story };
            }
            var wait = RetryPolicy.WaitAfter(refusal!.Kind, attempt, told, settings);
            Tell($"Attempt {attempt}: {refusal.Message}{Sequel(wait, told)}");
            if (wait is null)
                return new ArxivAnswer<T>(null, refusal) { Attempts = attempt, Bytes = bytes, Story = story };
            await pacing.Wait(wait.Value, cancel);
        }

        void Tell(FormattableString line)
        {
            story.Add(line.ToString(CultureInfo.InvariantCulture));
            request.Tell?.Invoke(story[^1]);
        }
    }

    private string Sequel(TimeSpan? wait, TimeSpan? told) =>
        wait is { } span ? string.Create(CultureInfo.InvariantCulture, $" Trying again in {span.TotalSeconds:0.#} s.")
        : told > settings.LongestWait ? string.Create(CultureInfo.InvariantCulture, $" It asks to be left alone for {told.Value.TotalSeconds:0} s; giving up.")
        : "";

    private async Task<(T? Value, Refusal? Refusal, int Bytes, TimeSpan? Told)> Attempt<T>(ArxivRequest<T> request, CancellationToken cancel)
        where T : class
    {
        await using var turn = await pacing.TakeTurn(cancel);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(request.Timeout);
        try
        {
            using var response = await http.SendAsync(Message(request.Address), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var told = RetryPolicy.Told(response.Headers.RetryAfter, pacing.Clock.GetUtcNow());
            if (await Body(response.Content, limit.Token) is not { } body)
                return (null, new Refusal(RefusalKind.TooLarge, $"The answer is longer than {settings.LongestAnswer:N0} bytes."), settings.LongestAnswer, told);
            var (value, refusal) = Judge(response.StatusCode, body, request);
            return (value, refusal, body.Length, told);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, new Refusal(RefusalKind.TimedOut, string.Create(CultureInfo.InvariantCulture, $"No complete answer within {request.Timeout.TotalSeconds:0} s.")), 0, null);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return (null, new Refusal(RefusalKind.ConnectionLost, $"The connection failed: {ArxivText.Excerpt(lost.Message, 200)}"), 0, null);
        }
        catch (InvalidDataException)
        {
            return (null, new Refusal(RefusalKind.Malformed, "The compressed answer is damaged."), 0, null);
        }
    }

    private static (T? Value, Refusal? Refusal) Judge<T>(HttpStatusCode status, byte[] body, ArxivRequest<T> request)
        where T : class
    {
        var said = $"{(int)status} {status}";
        if (status == HttpStatusCode.OK)
            return request.Read(body);
        if (status == HttpStatusCode.TooManyRequests)
            return (null, new Refusal(RefusalKind.RateExceeded, $"arXiv answered {said}: too many requests."));
        if ((int)status >= 500 || status == HttpStatusCode.RequestTimeout)
            return (null, new Refusal(RefusalKind.Unavailable, $"arXiv answered {said}."));
        // A wrong request is answered by status 400 with a feed that says what is wrong with it.
        return request.Read(body).Refusal is { Kind: RefusalKind.RequestRefused } stated
            ? (null, stated)
            : (null, new Refusal(RefusalKind.UnexpectedStatus, $"arXiv answered {said}."));
    }

    private HttpRequestMessage Message(Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        return message;
    }

    /// <summary>The answer's bytes, unpacked; null when there are more than the settings allow.</summary>
    private async Task<byte[]?> Body(HttpContent content, CancellationToken cancel)
    {
        await using var received = await content.ReadAsStreamAsync(cancel);
        await using var unpacked = content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(received, CompressionMode.Decompress) : received;
        using var body = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = await unpacked.ReadAsync(piece, cancel)) > 0;)
        {
            if (body.Length + read > settings.LongestAnswer)
                return null;
            body.Write(piece, 0, read);
        }
        return body.ToArray();
    }
}
