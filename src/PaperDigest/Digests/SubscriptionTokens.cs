using System.Buffers.Binary;
using System.Buffers.Text;
using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>
/// The secrets in the links of our mails. They carry all that is needed, so that unsubscribing takes no cookie and no login
/// (RFC 8058), and are short enough that a header never folds inside one. One made for a purpose opens nothing else.
/// </summary>
internal sealed class SubscriptionTokens(LinkSigner signer)
{
    private const string ForConfirming = "confirm", ForManaging = "manage", ForLeaving = "unsubscribe";
    private const int IdBytes = 16, ExpiryBytes = 8, SignatureBytes = 12;

    /// <summary>Opens the question whether the subscription is wanted, until it expires.</summary>
    public string Confirm(Guid subscription, DateTimeOffset expires)
    {
        Span<byte> content = stackalloc byte[IdBytes + ExpiryBytes];
        subscription.TryWriteBytes(content);
        BinaryPrimitives.WriteInt64BigEndian(content[IdBytes..], expires.ToUnixTimeSeconds());
        return Write(ForConfirming, content);
    }

    /// <summary>Opens the page on which the subscription is changed.</summary>
    public string Manage(Guid subscription) => Write(ForManaging, subscription.ToByteArray());

    /// <summary>Ends the subscription.</summary>
    public string Unsubscribe(Guid subscription) => Write(ForLeaving, subscription.ToByteArray());

    /// <summary>Reads what <see cref="Confirm"/> wrote, expired or not; null for anything else.</summary>
    public ConfirmToken? ReadConfirm(string? token) => Read(ForConfirming, token) is { Length: IdBytes + ExpiryBytes } content
        ? new(
            new Guid(content.AsSpan(0, IdBytes)),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(IdBytes))))
        : null;

    public Guid? ReadManage(string? token) => ReadId(ForManaging, token);

    public Guid? ReadUnsubscribe(string? token) => ReadId(ForLeaving, token);

    private Guid? ReadId(string purpose, string? token) => Read(purpose, token) is { Length: IdBytes } content ? new Guid(content) : null;

    private string Write(string purpose, ReadOnlySpan<byte> content) =>
        Base64Url.EncodeToString([.. content, .. signer.Sign(purpose, content, SignatureBytes)]);

    private byte[]? Read(string purpose, string? token)
    {
        if (token is null || !Base64Url.IsValid(token, out var length) || length <= SignatureBytes) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        var content = bytes[..^SignatureBytes];
        return signer.Verifies(purpose, content, bytes.AsSpan(content.Length)) ? content : null;
    }
}

/// <summary>Whose subscription is to be confirmed, and until when it can be.</summary>
internal readonly record struct ConfirmToken(Guid Subscription, DateTimeOffset Expires);
