using System.Globalization;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Asks arXiv one thing, as often as it helps: jittered exponential waits between the attempts, Retry-After obeyed, a few redirections
/// followed, and no request at all while arXiv is to be left alone. Every outcome but cancellation is a value.
/// </summary>
internal sealed class ArxivConversation(HttpClient http, ArxivSettings settings, ArxivPacing pacing)
{
    private const int MostRedirections = 3;

    private readonly ArxivExchange exchange = new(http, settings, pacing);

    public async Task<ArxivAnswer<T>> Ask<T>(ArxivRequest<T> request, CancellationToken cancel)
        where T : class
    {
        var story = new List<string>();
        var (requests, bytes) = (0, 0L);
        for (var attempt = 1; ; attempt++)
        {
            var result = await Follow(request, cancel);
            (requests, bytes) = (requests + result.Requests, bytes + result.Bytes);
            var (refusal, wait) = result.Refusal is null ? (null, null) : Judge(result, attempt);
            Tell(refusal is null ? string.Create(CultureInfo.InvariantCulture, $"Attempt {attempt}: {result.Bytes:N0} bytes.")
                : result.Requests == 0 ? refusal.Message
                : $"Attempt {attempt}: {refusal.Message}{Sequel(wait)}");
            if (wait is null)
                return new ArxivAnswer<T>(result.Value, refusal) { Attempts = requests, Bytes = bytes, Story = story };
            await pacing.Wait(wait.Value, cancel);
        }

        void Tell(string line)
        {
            story.Add(line);
            request.Tell?.Invoke(line);
        }
    }

    /// <summary>One attempt, through redirections. Each request has its turn, and each address is judged: one may lead to arXiv from elsewhere.</summary>
    private async Task<ArxivAttempt<T>> Follow<T>(ArxivRequest<T> request, CancellationToken cancel)
        where T : class
    {
        var address = request.Address;
        for (var requests = 0; requests <= MostRedirections; requests++)
        {
            if (settings.LacksContactFor(address))
                return new ArxivAttempt<T>(null, new Refusal(RefusalKind.NoContact, "Set Arxiv:Contact to an e-mail address: arXiv's hosts are not asked without one.")) { Requests = requests };
            var result = await exchange.Make(request, address, cancel);
            if (result.MovedTo is not { } target)
                return result with { Requests = requests + result.Requests };
            address = target;
        }
        return new ArxivAttempt<T>(null, new Refusal(RefusalKind.UnexpectedStatus, $"{settings.Site} redirected the request more than {MostRedirections} times.")) { Requests = MostRedirections + 1 };
    }

    /// <summary>The refusal as it is to be told, and how long to wait before another attempt, if there should be one.</summary>
    private (Refusal Refusal, TimeSpan? Wait) Judge<T>(ArxivAttempt<T> result, int attempt)
        where T : class
    {
        var refusal = result.Refusal!;
        var rest = result.Block?.Rest > (result.Told ?? TimeSpan.Zero) ? result.Block.Rest : result.Told;
        if (RetryPolicy.WaitAfter(refusal.Kind, attempt, rest, settings) is { } wait)
            return (refusal, wait);
        if (result.Block is { } block)
            return (refusal with { Message = $"{refusal.Message} {block.Sequel}" }, null);
        return result.Told > settings.LongestWait
            ? (refusal with { Message = string.Create(CultureInfo.InvariantCulture, $"{refusal.Message} It asks to be left alone for {result.Told.Value.TotalSeconds:0} s.") }, null)
            : (refusal, null);
    }

    private static string Sequel(TimeSpan? wait) =>
        wait is { } span ? string.Create(CultureInfo.InvariantCulture, $" Trying again in {span.TotalSeconds:0.#} s.") : "";
}
