namespace PaperDigest.Community;

/// <summary>That a person wants unread notices in one mail a day; there is no row for who does not.</summary>
public sealed class NoticeWish
{
    public Guid AccountId { get; set; }
    public DateTimeOffset NextMailAt { get; set; }
}

/// <summary>That a person's day was mailed: at most one mail a day, whatever happens to those who write it.</summary>
public sealed class NoticeMail
{
    public DateOnly Day { get; set; }
    public Guid AccountId { get; set; }

    /// <summary>The frozen message in the outbox.</summary>
    public Guid MailId { get; set; }
}
