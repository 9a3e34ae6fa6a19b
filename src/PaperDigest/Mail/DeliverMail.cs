using Microsoft.Extensions.Options;
using Npgsql;
using PaperDigest.Smtp;

namespace PaperDigest.Mail;

/// <summary>
/// Sends what is queued, over several connections at once and beside any number of other processes. No message goes out twice,
/// save confirmations whose fate is unknown; <see cref="MailLedger"/> holds why.
/// </summary>
internal sealed class DeliverMail(
    NpgsqlDataSource database, MailLedger ledger, MailTransports transports, IOptions<SmtpOptions> options)
{
    private static readonly TimeSpan LongestBookingPause = TimeSpan.FromSeconds(16);

    /// <summary>Takes over what dead senders left and sends until nothing is due, the relay is in trouble, or it is cancelled.</summary>
    public async Task<DeliveryReport> RunAsync(DeliveryRound round, CancellationToken cancel)
    {
        var reaped = DeliveryReport.Nothing with { Unknown = await ledger.ReapAsync(round.At, cancel) };
        if (!await ledger.IsAnyDueAsync(round, cancel)) return reaped;
        await using var presence = await SenderPresence.ShowAsync(database, cancel);
        using var pass = new DeliveryPass(round, presence.Token, cancel);
        await Task.WhenAll(Enumerable.Range(0, options.Value.Connections).Select(_ => SendAsync(pass)));
        return reaped.Then(pass.Report);
    }

    /// <summary>One connection's share of the pass.</summary>
    private async Task SendAsync(DeliveryPass pass)
    {
        await using var transport = transports.Open();
        while (!pass.IsOver)
        {
            var claimed = await ledger.ClaimAsync(pass.NextClaim(), pass.Stop);
            pass.Count(DeliveryReport.Nothing with { Expired = claimed.Expired });
            if (claimed.Leased.Count + claimed.Expired == 0) return;
            var waiting = new Queue<LeasedMail>(claimed.Leased);
            while (!pass.IsOver && waiting.TryDequeue(out var mail))
            {
                if (await TryAsync(transport, mail, pass) is not { } step) continue;
                await BookAsync(mail, step, pass);
                pass.Count(mail, step);
            }
            await ledger.ReleaseAsync(waiting, CancellationToken.None);
        }
    }

    private async Task<MailStep?> TryAsync(IMailTransport transport, LeasedMail mail, DeliveryPass pass)
    {
        try
        {
            var outcome = await transport.SendAsync(
                new Envelope(mail.From, mail.To), mail.Content,
                cancel => new(ledger.BeginHandOverAsync(mail, pass.Now, cancel)), pass.HardStop);
            return MailStep.After(outcome, mail, Random.Shared.NextDouble());
        }
        catch (ArgumentException e)
        {
            return new MailStep(MailState.Failed, default, new MailReply(null, $"No relay could carry it: {e.Message}"));
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            // Whatever a transport throws, it throws before the message was out.
            return MailStep.Interrupted(e.Message);
        }
    }

    // The message is out; that it is must not be lost to a database that restarts.
    private async Task BookAsync(LeasedMail mail, MailStep step, DeliveryPass pass)
    {
        for (var pause = TimeSpan.FromSeconds(0.25); ; pause *= 2)
        {
            try
            {
                await ledger.BookAsync(mail, step, pass.Now, CancellationToken.None);
                return;
            }
            catch (NpgsqlException) when (pause <= LongestBookingPause)
            {
                await Task.Delay(pause, CancellationToken.None);
            }
        }
    }
}
