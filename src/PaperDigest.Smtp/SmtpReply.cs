namespace PaperDigest.Smtp;

/// <summary>
/// What the relay answered: the three-digit code and the text of all lines, joined by line feeds and free of other controls.
/// </summary>
public sealed record SmtpReply(int Code, string Text)
{
    /// <summary>The code of RFC 3463 that begins the text, if one does.</summary>
    public EnhancedStatus? Enhanced => EnhancedStatus.AtStartOf(Text);

    internal bool IsPositive => Code is >= 200 and < 300;

    internal bool IsNegative => Code is >= 400 and < 600;

    public override string ToString() => $"{Code} {Text}";
}
