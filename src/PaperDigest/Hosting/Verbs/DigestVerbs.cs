using System.CommandLine;
using System.Text.Json;
using PaperDigest.Catalogue;
using PaperDigest.Digests;
using PaperDigest.Mail;
using PaperDigest.Ranking;
using PaperDigest.Smtp;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>digest send</c> composes and delivers what is due; <c>digest preview</c> shows the exact message of a day.</summary>
internal static class DigestVerbs
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(2);
    private static readonly Command Digest = new("digest", "The digests that go out by mail.");

    public static Verb Send()
    {
        var at = InstantOption.Named(
            "--at", "Act as if the clock showed this instant: subscriptions confirmed and listings announced by then. Repeatable.");
        var json = new Option<bool>("--json") { Description = "Print the counts as JSON." };
        var send = new Command("send", "Compose what is due and deliver until the queue is empty.") { at, json };
        Digest.Subcommands.Add(send);
        return new Verb(Digest, send, async call =>
        {
            // Listings that were taken in but not put in order yet would be passed over.
            await call.Services.GetRequiredService<DayRanking>().RankAsync(call.Now, call.Cancel);
            var report = await SendAsync(call, call.Arguments.GetValue(at) ?? call.Now);
            Console.WriteLine(call.Arguments.GetValue(json) ? Json(report) : $"{report.Planned}; {report.Delivered}; {report.Left} left.");
            return report.Left == 0 ? 0 : 1;
        });
    }

    public static Verb Preview()
    {
        var cadence = new Option<string>("--cadence")
        {
            Description = "daily; weekly and monthly are not there yet.", DefaultValueFactory = _ => "daily",
        };
        var day = new Option<string>("--day") { Description = "The day on which it would have been mailed, YYYY-MM-DD.", Required = true };
        var to = new Option<string?>("--to") { Description = "Send one test copy to this address instead of printing it." };
        cadence.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() != "daily")
                result.AddError($"There is no {result.GetValueOrDefault<string>()} digest yet, only a daily one.");
        });
        day.Validators.Add(result =>
        {
            if (!DayWords.TryParse(result.GetValueOrDefault<string>() ?? "", out _))
                result.AddError($"'{result.GetValueOrDefault<string>()}' is not a day such as 2026-05-12.");
        });
        to.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } address && !Mailbox.TryParse(address, out _))
                result.AddError($"'{address}' is not an e-mail address.");
        });
        var preview = new Command("preview", "Print the exact message of a day, or send one test copy.") { cadence, day, to };
        Digest.Subcommands.Add(preview);
        return new Verb(Digest, preview, call => DayWords.TryParse(call.Arguments.GetRequiredValue(day), out var asked)
            ? PreviewAsync(call, asked, call.Arguments.GetValue(to))
            : throw new InvalidOperationException("The day was not validated."));
    }

    private static async Task<SendReport> SendAsync(VerbCall call, DateTimeOffset at)
    {
        var sending = call.Services.GetRequiredService<SendDigests>().RunAsync(at, call.Cancel);
        var ledger = call.Services.GetRequiredService<MailLedger>();
        while (await Task.WhenAny(sending, Task.Delay(BetweenProgress, call.Cancel)) != sending && !call.Cancel.IsCancellationRequested)
            Console.Error.WriteLine($"{await ledger.CountLeftAsync(at, call.Cancel)} messages to go");
        return await sending;
    }

    private static async Task<int> PreviewAsync(VerbCall call, DateOnly day, string? to)
    {
        await call.Services.GetRequiredService<DayRanking>().RankAsync(call.Now, call.Cancel);
        var mail = await call.Services.GetRequiredService<DigestPreview>()
            .WriteAsync(day, to ?? DigestPreview.SampleReader, call.Now, call.Cancel);
        if (mail is null)
            return Answer.Failure($"On {DayWords.Iso(day)} nothing would have been mailed: no listing of that day or before.");
        if (to is not null) return await SendAsync(call, mail);
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(mail.Content, call.Cancel);
        return 0;
    }

    private static async Task<int> SendAsync(VerbCall call, OutgoingMail mail)
    {
        await using var transport = call.Services.GetRequiredService<MailTransports>().Open();
        var outcome = await transport.SendAsync(new Envelope(mail.FromAddress, mail.ToAddress), mail.Content, _ => new(true), call.Cancel);
        if (outcome is not SendOutcome.Accepted accepted) return Answer.Failure($"The test copy was not taken: {outcome}");
        Console.WriteLine($"Sent to {mail.ToAddress}: {accepted.Reply}");
        return 0;
    }

    private static string Json(SendReport report) => JsonSerializer.Serialize(
        new
        {
            queued = report.Planned.Queued,
            suppressed = report.Planned.Suppressed.ToDictionary(s => Outbox.Word(s.Key), s => s.Value),
            sent = report.Delivered.Sent, failed = report.Delivered.Failed,
            unknown = report.Delivered.Unknown, expired = report.Delivered.Expired,
            put_back = report.Delivered.Deferred, left = report.Left,
        });
}
