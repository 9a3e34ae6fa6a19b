namespace PaperDigest.Mail;

/// <summary>How long a message waits after a temporary refusal: a minute, doubled each time, four hours at most.</summary>
internal static class MailBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>
    /// The wait after the attempt of this number, from 1. <paramref name="jitter"/>, from 0 to 1, moves it by up to a fifth either
    /// way, so that what was refused together does not come back together.
    /// </summary>
    public static TimeSpan After(int attempt, double jitter)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(attempt - 1, 0, 20));
        return (doubled < Longest ? doubled : Longest) * (0.8 + (0.4 * jitter));
    }
}
