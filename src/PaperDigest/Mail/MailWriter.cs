using Microsoft.Extensions.Options;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Mail;

/// <summary>
/// Freezes drafts into rows of the outbox: the bytes with all headers, the Message-ID, and the sender that undeliverable mail
/// returns to. The same draft at the same instant always gives the same bytes.
/// </summary>
internal sealed class MailWriter(IOptions<MailOptions> options, LinkSigner signer, TimeProvider time)
{
    private const int SignatureBytes = 10;

    /// <summary>A message to be sent from <paramref name="now"/> on.</summary>
    public OutgoingMail Write(MailDraft draft, DateTimeOffset now)
    {
        var id = $"{draft.Id}@{options.Value.SenderDomain}";
        var content = MimeWriter.Write(new OutgoingMessage
        {
            From = options.Value.Sender, To = draft.To, Subject = draft.Subject, MessageId = id, Date = now,
            TextBody = draft.Text, HtmlBody = draft.Html,
            // RFC 3834: keeps holiday replies away.
            Headers = [.. draft.Headers, MessageHeader.Text("Auto-Submitted", "auto-generated")],
        });
        // A digest sent as of a past instant is of use from today on: a worker that goes by the clock must not find it expired.
        var clock = time.GetUtcNow();
        return new OutgoingMail
        {
            Id = draft.Id, Kind = draft.Kind, FromAddress = ReturnAddress(draft.Id), ToAddress = draft.To.Address, Subject = draft.Subject,
            MessageId = $"<{id}>", Content = content, State = MailState.Queued, CreatedAt = now, NotBefore = now, NotAfter = (now > clock ? now : clock) + draft.OfUse,
        };
    }

    // An address for each message (VERP) tells which one came back; signed, so that nobody can bounce another's.
    private string ReturnAddress(Guid id) => options.Value.BounceDomain is { Length: > 0 } domain
        ? $"b+{id:N}.{Convert.ToHexStringLower(signer.Sign("bounce", id.ToByteArray(), SignatureBytes))}@{domain}"
        : options.Value.Sender.Address;
}

/// <summary>A message before it is written.</summary>
internal sealed record MailDraft(Guid Id, MailKind Kind, Mailbox To, string Subject)
{
    public required string Text { get; init; }

    /// <summary>Says the same as the text.</summary>
    public required string Html { get; init; }

    /// <summary>After this long it is not sent any more. A day: a relay may be in trouble that long without a digest coming beside the next one.</summary>
    public TimeSpan OfUse { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Beside those that every message has.</summary>
    public IReadOnlyList<MessageHeader> Headers { get; init; } = [];
}
