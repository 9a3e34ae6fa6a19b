using System.Globalization;
using System.Text;

namespace PaperDigest.Smtp.Wire;

/// <summary>
/// One connection to a relay, ready for transactions, one after the other. When anything leaves it in doubt where the relay stands, it
/// is closed at once, without a final dot or QUIT, and is no longer open.
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int BlockLength = 64 * 1024;

    private readonly SmtpStream stream;
    private readonly SmtpExtensions extensions;
    private readonly SmtpTimeouts timeouts;

    private SmtpConnection(SmtpStream stream, SmtpExtensions extensions, SmtpTimeouts timeouts)
    {
        this.stream = stream;
        this.extensions = extensions;
        this.timeouts = timeouts;
    }

    public bool IsOpen { get; private set; } = true;

    /// <summary>Transactions begun, whatever came of them.</summary>
    public int Transactions { get; private set; }

    /// <summary>The relay has said something (421, as a rule) or hung up since the last transaction.</summary>
    public bool HasEndedMeanwhile => stream.HasUnexpectedInput;

    /// <summary>Connects and shakes hands; throws <see cref="RelayFailureException"/>.</summary>
    public static async Task<SmtpConnection> ConnectAsync(SmtpSettings settings, CancellationToken cancellationToken)
    {
        var stream = await SmtpStream.ConnectAsync(settings, cancellationToken);
        try
        {
            var extensions = await new SmtpHandshake(stream, settings).RunAsync(cancellationToken);
            return new SmtpConnection(stream, extensions, settings.Timeouts);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>One transaction, by the rules of <see cref="IMailTransport.SendAsync"/>.</summary>
    public async Task<SendOutcome> SendAsync(
        Envelope envelope, DataBlock message, Func<CancellationToken, ValueTask<bool>> beforeBody, CancellationToken cancellationToken)
    {
        Transactions++;
        if (RefusedUnasked(message) is { } unasked)
            return unasked;
        try
        {
            if (await OpenAsync(envelope, message, cancellationToken) is { } refusal)
            {
                await ResetAsync(cancellationToken);
                return refusal;
            }
            if (!await beforeBody(cancellationToken))
            {
                await DropAsync();
                return new SendOutcome.Abandoned();
            }
            await WriteAsync(message.Octets, cancellationToken);
        }
        catch (RelayFailureException failure)
        {
            await DropAsync();
            return failure.Outcome;
        }
        catch
        {
            await DropAsync();
            throw;
        }
        return await FinishAsync(cancellationToken);
    }

    /// <summary>Takes leave with QUIT if the connection is still good; never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsOpen)
            return;
        try
        {
            await stream.AskAsync("QUIT", new(SendPhase.Hello, timeouts.Quit), CancellationToken.None);
        }
        catch (RelayFailureException)
        {
            // A relay that does not say goodbye is just as gone.
        }
        await DropAsync();
    }

    // The same answers the relay would give, without the trip.
    private SendOutcome.Refused? RefusedUnasked(DataBlock message)
    {
        if (extensions.LargestMessage < message.Size)
            return Refusal.Of(SendPhase.Mail, new(552, $"5.3.4 more than the {extensions.LargestMessage} octets the relay takes"));
        if (!message.IsAscii && !extensions.EightBitMime)
            return new(SendPhase.Mail, new(554, "5.6.3 8-bit text, and the relay does not offer 8BITMIME"), RefusalConcern.Message);
        return null;
    }

    /// <summary>MAIL, RCPT and DATA; null when the relay waits for the message.</summary>
    private async Task<SendOutcome.Refused?> OpenAsync(Envelope envelope, DataBlock message, CancellationToken cancellationToken)
    {
        (string Command, SmtpStep Step, int Expected)[] steps =
        [
            (MailCommand(envelope.From, message), new(SendPhase.Mail, timeouts.Mail), 250),
            ($"RCPT TO:<{envelope.To}>\r\n", new(SendPhase.Recipient, timeouts.Recipient), 250),
            ("DATA\r\n", new(SendPhase.Data, timeouts.DataStart), 354),
        ];
        // RFC 2920: DATA may end a group, and its reply then tells whether any recipient was accepted.
        if (extensions.Pipelining)
            await stream.WriteAsync(string.Concat(steps.Select(step => step.Command)), steps[0].Step, cancellationToken);
        SendOutcome.Refused? refusal = null;
        foreach (var (command, step, expected) in steps)
        {
            if (!extensions.Pipelining)
                await stream.WriteAsync(command, step, cancellationToken);
            var reply = await stream.ReadReplyAsync(step, cancellationToken);
            if (Judge(reply, step.Phase, expected, refusal is not null) is { } refused)
                refusal ??= refused;
            if (refusal is not null && !extensions.Pipelining)
                return refusal;
        }
        return refusal;
    }

    private string MailCommand(string from, DataBlock message)
    {
        var command = new StringBuilder($"MAIL FROM:<{from}>");
        if (extensions.Size)
            command.Append(CultureInfo.InvariantCulture, $" SIZE={message.Size}");
        if (!message.IsAscii)
            command.Append(" BODY=8BITMIME");
        return command.Append("\r\n").ToString();
    }

    // RFC 5321, 4.2.1: only the first digit decides; 251 and 252 are a yes to RCPT.
    private static SendOutcome.Refused? Judge(SmtpReply reply, SendPhase phase, int expected, bool afterRefusal)
    {
        if (reply.Code == 421)
            throw RelayFailureException.Answered(phase, HandOverFailure.RelayClosing, reply);
        if (reply.IsNegative)
            return Refusal.Of(phase, reply);
        // 354 after a refusal would have us send a message to nobody; better to hang up.
        if (reply.Code / 100 != expected / 100 || (afterRefusal && phase is SendPhase.Data))
            throw RelayFailureException.Answered(phase, HandOverFailure.ProtocolViolated, reply);
        return null;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        var step = new SmtpStep(SendPhase.Message, timeouts.DataBlock);
        for (; !octets.IsEmpty; octets = octets[Math.Min(BlockLength, octets.Length)..])
            await stream.WriteAsync(octets[..Math.Min(BlockLength, octets.Length)], step, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        // Seen here, a lost connection is certainly before the final dot; one step later it would be a doubt.
        if (stream.IsClosedByPeer)
            throw new RelayFailureException(SendPhase.Message, HandOverFailure.ConnectionLost, "The relay hung up during the message.");
    }

    /// <summary>The final dot and its answer. From here on nothing throws: whatever goes wrong, the relay may have the message.</summary>
    private async Task<SendOutcome> FinishAsync(CancellationToken cancellationToken)
    {
        var step = new SmtpStep(SendPhase.Message, timeouts.DataEnd);
        try
        {
            await stream.WriteAsync(".\r\n"u8.ToArray(), step, CancellationToken.None);
            var reply = await stream.ReadReplyAsync(step, cancellationToken);
            if (reply.IsPositive)
                return new SendOutcome.Accepted(reply);
            if (reply.Code == 421)
                await DropAsync();
            if (reply.IsNegative)
                return Refusal.Of(SendPhase.Message, reply);
            await DropAsync();
            return new SendOutcome.MayHaveBeenAccepted($"The relay answered the final dot with: {reply}");
        }
        catch (Exception e) when (e is RelayFailureException or OperationCanceledException)
        {
            await DropAsync();
            return new SendOutcome.MayHaveBeenAccepted(
                e is RelayFailureException ? e.Message : "Cancelled while the relay had yet to answer the final dot.");
        }
    }

    // The refusal stands whatever becomes of the connection.
    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reply = await stream.AskAsync("RSET", new(SendPhase.Hello, timeouts.Command), cancellationToken);
            if (!reply.IsPositive)
                await DropAsync();
        }
        catch (Exception e) when (e is RelayFailureException or OperationCanceledException)
        {
            await DropAsync();
        }
    }

    private async ValueTask DropAsync()
    {
        IsOpen = false;
        await stream.DisposeAsync();
    }
}
