using PaperDigest.Smtp.Wire;

namespace PaperDigest.Smtp;

/// <summary>
/// Hands messages to an SMTP relay over one connection, which is kept between messages and made anew when it has ended. Settings
/// that cannot be used throw ArgumentException. Dispose it when a run of messages is over: no connection is better than an idle one.
/// </summary>
public sealed class SmtpTransport : IMailTransport
{
    private readonly SmtpSettings settings;
    private SmtpConnection? connection;
    private int busy;

    public SmtpTransport(SmtpSettings settings)
    {
        settings.Validate();
        this.settings = settings;
    }

    public async Task<SendOutcome> SendAsync(
        Envelope envelope,
        ReadOnlyMemory<byte> message,
        Func<CancellationToken, ValueTask<bool>> beforeBody,
        CancellationToken cancellationToken)
    {
        var data = DataBlock.Of(message);
        Enter();
        try
        {
            if (await KeptConnectionAsync() is { } kept)
            {
                var outcome = await kept.SendAsync(envelope, data, beforeBody, cancellationToken);
                if (!EndedWhileIdle(outcome))
                    return outcome;
            }
            connection = await SmtpConnection.ConnectAsync(settings, cancellationToken);
            return await connection.SendAsync(envelope, data, beforeBody, cancellationToken);
        }
        catch (RelayFailureException failure)
        {
            return failure.Outcome;
        }
        finally
        {
            Interlocked.Exchange(ref busy, 0);
        }
    }

    /// <summary>Connects, secures, authenticates and takes leave, on a connection of its own.</summary>
    public async Task<SendOutcome.NotHandedOver?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var probe = await SmtpConnection.ConnectAsync(settings, cancellationToken);
            return null;
        }
        catch (RelayFailureException failure)
        {
            return failure.Outcome;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is { } last)
            await last.DisposeAsync();
    }

    private async ValueTask<SmtpConnection?> KeptConnectionAsync()
    {
        if (connection is not { IsOpen: true } kept)
            return null;
        if (kept.Transactions < settings.MessagesPerConnection && !kept.HasEndedMeanwhile)
            return kept;
        connection = null;
        await kept.DisposeAsync();
        return null;
    }

    // Relays close connections that idle, and the news may arrive just after we looked. The answer to MAIL, the first command, is
    // then 421 or nothing: no fault of the message, which has not been spoken of yet.
    private static bool EndedWhileIdle(SendOutcome outcome) => outcome is SendOutcome.NotHandedOver
    {
        Phase: SendPhase.Mail,
        Failure: HandOverFailure.ConnectionLost or HandOverFailure.RelayClosing,
    };

    private void Enter()
    {
        if (Interlocked.Exchange(ref busy, 1) == 1)
            throw new InvalidOperationException("A transport takes one message at a time.");
    }
}
