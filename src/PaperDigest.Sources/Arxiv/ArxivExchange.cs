using System.Globalization;
using System.Net;
using System.Text;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// One request to arXiv, in its turn and bounded in time and size, and its answer judged; whoever grants turns is told how it was
/// received. Every outcome but cancellation is a value.
/// </summary>
internal sealed class ArxivExchange(HttpClient http, ArxivSettings settings, ArxivPacing pacing)
{
    public async Task<ArxivAttempt<T>> Make<T>(ArxivRequest<T> request, Uri address, CancellationToken cancel)
        where T : class
    {
        await using var turn = await pacing.TakeTurn(cancel);
        if (turn.Block is { } blocked)
            return new ArxivAttempt<T>(null, blocked.Refusal) { Requests = 0 };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(request.Timeout);
        try
        {
            using var message = Message(request, address);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var result = await Judge(request, response, limit.Token);
            if (result.Value is not null)
                await turn.WelcomeAsync();
            return RebuffOf(response.StatusCode, result) is { } rebuff ? result with { Block = await turn.TurnedAwayAsync(rebuff) } : result;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return No<T>(RefusalKind.TimedOut, string.Create(CultureInfo.InvariantCulture, $"No complete answer within {request.Timeout.TotalSeconds:0} s."));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return No<T>(RefusalKind.ConnectionLost, $"The connection failed: {ArxivText.Excerpt(lost.Message, 200)}");
        }
        catch (InvalidDataException)
        {
            return No<T>(RefusalKind.Malformed, "The compressed answer is damaged.");
        }
    }

    private async Task<ArxivAttempt<T>> Judge<T>(ArxivRequest<T> request, HttpResponseMessage response, CancellationToken cancel)
        where T : class
    {
        var said = $"{settings.Site} answered {(int)response.StatusCode} {response.StatusCode}";
        if (WhereTo(response) is { } target)
            return new ArxivAttempt<T>(null, null) { MovedTo = target };
        if (WhyTurnedAway(response.StatusCode, said) is { } refusal)
            return new ArxivAttempt<T>(null, refusal) { Told = RetryPolicy.Told(response.Headers, pacing.Clock.GetUtcNow()) };
        if (await ArxivBody.ReadAsync(response.Content, settings.LongestAnswer, cancel) is not { } body)
            return No<T>(RefusalKind.TooLarge, $"The answer is longer than {settings.LongestAnswer:N0} bytes.");
        var (value, reason) = request.Read(body);
        if (response.StatusCode == HttpStatusCode.OK)
            return new ArxivAttempt<T>(value, reason) { Bytes = body.Length };
        // A wrong request is answered by status 400 with a feed that says what is wrong with it.
        return new ArxivAttempt<T>(null, reason is { Kind: RefusalKind.RequestRefused } ? reason : new Refusal(RefusalKind.UnexpectedStatus, said + ".")) { Bytes = body.Length };
    }

    private static Refusal? WhyTurnedAway(HttpStatusCode status, string said) => status switch
    {
        HttpStatusCode.Forbidden => new Refusal(RefusalKind.Forbidden, said + ": it does not want to be asked from here."),
        HttpStatusCode.TooManyRequests => new Refusal(RefusalKind.RateExceeded, said + ": too many requests."),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new Refusal(RefusalKind.Unavailable, said + "."),
        _ => null,
    };

    /// <summary>What all processes have to heed; a plain error of the server concerns this request only.</summary>
    private static Rebuff? RebuffOf<T>(HttpStatusCode status, ArxivAttempt<T> result)
        where T : class =>
        status is HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable || result.Refusal?.Kind == RefusalKind.RateExceeded
            ? new Rebuff(result.Refusal!.Message, status == HttpStatusCode.Forbidden, result.Told)
            : null;

    /// <summary>The address of a redirection, unless it leads from an encrypted connection to an open one.</summary>
    private static Uri? WhereTo(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            return null;
        var asked = response.RequestMessage!.RequestUri!;
        return Uri.TryCreate(asked, location, out var target) && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && asked.Scheme == Uri.UriSchemeHttp)) ? target : null;
    }

    private HttpRequestMessage Message<T>(ArxivRequest<T> request, Uri address)
        where T : class
    {
        var message = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, address);
        message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        if (request.Form is { } form)
            message.Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        return message;
    }

    private static ArxivAttempt<T> No<T>(RefusalKind kind, string message)
        where T : class => new(null, new Refusal(kind, message));
}
