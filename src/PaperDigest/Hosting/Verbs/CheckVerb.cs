using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using PaperDigest.Listings;
using PaperDigest.Mail;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>check</c>: whether what the program depends on can be reached, each with what to do when it can't.</summary>
internal static class CheckVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Verb Check()
    {
        var json = new Option<bool>("--json") { Description = "Print the answers as JSON." };
        return new Verb(new Command("check", "Say whether database, mail and sources can be reached.") { json }, async call =>
        {
            var arxiv = call.Services.GetRequiredService<IOptions<ArxivOptions>>().Value;
            Finding[] findings =
            [
                await DatabaseAsync(call),
                await MailAsync(call),
                await SourceAsync("arXiv feeds", arxiv.FeedUrl, call.Cancel),
                await SourceAsync("arXiv OAI-PMH", arxiv.OaiUrl, call.Cancel),
                await SourceAsync("arXiv query API", arxiv.ApiUrl, call.Cancel),
                .. await CuratedAsync(call),
                Contact(arxiv),
                await MannersAsync(call),
            ];
            Console.WriteLine(call.Arguments.GetValue(json) ? JsonSerializer.Serialize(findings, JsonSerializerOptions.Web) : string.Join('\n', findings.Select(InWords)));
            return findings.All(f => f.Ok) ? 0 : 1;
        });
    }

    private static string InWords(Finding finding) => $"{(finding.Ok ? "ok    " : "FAILED")} {finding.What}: {finding.Detail}";

    // That the program got here at all means that the database answered and has this program's schema.
    private static async Task<Finding> DatabaseAsync(VerbCall call)
    {
        await using var version = call.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SHOW server_version");
        return new Finding("database", true, $"PostgreSQL {await version.ExecuteScalarAsync(call.Cancel)}, schema up to date");
    }

    private static async Task<Finding> MailAsync(VerbCall call)
    {
        var smtp = call.Services.GetRequiredService<IOptions<SmtpOptions>>().Value;
        await using var transport = call.Services.GetRequiredService<MailTransports>().Open();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(call.Cancel);
        time.CancelAfter(Patience);
        try
        {
            if (await transport.CheckAsync(time.Token) is { } failure) return new Finding("mail", false, failure.Reason);
            return new Finding("mail", true, smtp.HasServer
                ? $"{smtp.Host}:{smtp.Port} takes our mail"
                : "no Smtp__Host is set, so messages are written to the folder mail in the data folder");
        }
        catch (OperationCanceledException) when (!call.Cancel.IsCancellationRequested)
        {
            return new Finding("mail", false, $"{smtp.Host}:{smtp.Port} does not answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private static Finding Contact(ArxivOptions arxiv) =>
        new[] { arxiv.FeedUrl, arxiv.OaiUrl, arxiv.ApiUrl }.Select(arxiv.WhyNotToAsk).FirstOrDefault(w => w is not null) is { } why
            ? new Finding("arXiv contact", false, why)
            : new Finding("arXiv contact", true, "set, or not needed");

    private static async Task<Finding> MannersAsync(VerbCall call)
    {
        var blocked = await call.Services.GetRequiredService<SourceGate>().BlockedAsync(call.Cancel);
        return blocked.Count > 0
            ? new Finding("sources' patience", false, string.Join(' ', blocked.Select(b => b.InWords)))
            : new Finding("sources' patience", true, "no source is being left alone");
    }

    private static async Task<Finding[]> CuratedAsync(VerbCall call) =>
        call.Services.GetRequiredService<HuggingFaceOptions>() is { Enabled: true } options ? [await SourceAsync("Hugging Face", options.Url, call.Cancel)] : [];

    // A connection only: a request would count against arXiv's limit and would have to wait for its turn.
    private static async Task<Finding> SourceAsync(string name, string address, CancellationToken cancel)
    {
        var url = new Uri(address);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(url.Host, url.Port, time.Token);
            return new Finding(name, true, $"{url.Host} can be reached");
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Finding(name, false, $"{url.Host}:{url.Port} can't be reached ({(e is SocketException ? e.Message : "no answer")})");
        }
    }

    private sealed record Finding(string What, bool Ok, string Detail);
}
