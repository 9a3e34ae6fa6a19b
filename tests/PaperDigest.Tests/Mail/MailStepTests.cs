using PaperDigest.Mail;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Mail;

public sealed class MailStepTests
{
    public static TheoryData<SendOutcome, MailKind, MailState, bool, bool> Outcomes => new()
    {
        { new SendOutcome.Accepted(new(250, "2.0.0 queued as A1")), MailKind.Digest, MailState.Sent, true, false },
        // The address is bad, or the message is refused: nothing else is.
        { Refused(SendPhase.Recipient, 550, "5.1.1 no such user", RefusalConcern.Recipient), MailKind.Digest, MailState.Failed, true, false },
        { Refused(SendPhase.Message, 552, "5.3.4 too big", RefusalConcern.Message), MailKind.Digest, MailState.Failed, true, false },
        { Refused(SendPhase.Recipient, 450, "4.2.1 later", RefusalConcern.Recipient), MailKind.Digest, MailState.Queued, true, false },
        { Refused(SendPhase.Message, 451, "4.3.0 later", RefusalConcern.Relay), MailKind.Digest, MailState.Queued, true, false },
        // It is about us: no address pays for it, and the others wait.
        { Refused(SendPhase.Recipient, 550, "5.7.1 refused", RefusalConcern.Relay), MailKind.Digest, MailState.Queued, false, true },
        { Refused(SendPhase.Mail, 451, "4.3.0 not now", RefusalConcern.Relay), MailKind.Digest, MailState.Queued, false, true },
        { new SendOutcome.NotHandedOver(SendPhase.Connect, HandOverFailure.Unreachable, "refused"), MailKind.Digest, MailState.Queued, false, true },
        { new SendOutcome.NotHandedOver(SendPhase.Authentication, HandOverFailure.AuthenticationFailed, "535"), MailKind.Digest, MailState.Queued, false, true },
        { new SendOutcome.NotHandedOver(SendPhase.Message, HandOverFailure.FolderNotWritable, "disk full"), MailKind.Digest, MailState.Queued, false, true },
        // The connection broke before the final dot: safe to repeat, but perhaps because of this message.
        { new SendOutcome.NotHandedOver(SendPhase.Message, HandOverFailure.ConnectionLost, "reset"), MailKind.Digest, MailState.Queued, true, false },
        // After the final dot: a digest is held, a confirmation is asked again.
        { new SendOutcome.MayHaveBeenAccepted("no answer"), MailKind.Digest, MailState.Unknown, true, false },
        { new SendOutcome.MayHaveBeenAccepted("no answer"), MailKind.Confirmation, MailState.Queued, true, false },
    };

    [Theory]
    [MemberData(nameof(Outcomes), DisableDiscoveryEnumeration = true)]
    public void An_outcome_is_booked_on_whom_it_concerns(SendOutcome outcome, MailKind kind, MailState state, bool charged, bool stops)
    {
        var step = MailStep.After(outcome, new LeasedMail(Guid.Empty, kind, "digest@example.org", "reader@example.org", [], 1, Guid.Empty), 0.5);
        Assert.Equal((state, charged, stops), (step!.State, step.IsCharged, step.StopsRound));
        Assert.Equal(state == MailState.Queued, step.Wait > TimeSpan.Zero);
    }

    [Fact]
    public void The_words_for_a_log_name_no_recipient() => Assert.Equal(
        "554 5.7.1 <(the recipient)>: Relay access denied",
        MailReply.Of(new(554, "5.7.1 <Reader@example.org>: Relay access denied")).Without("reader@example.org"));

    [Fact]
    public void What_was_abandoned_is_no_longer_ours_to_book() =>
        Assert.Null(MailStep.After(new SendOutcome.Abandoned(), new LeasedMail(Guid.Empty, MailKind.Digest, "", "", [], 1, Guid.Empty), 0.5));

    private static SendOutcome.Refused Refused(SendPhase phase, int code, string text, RefusalConcern concern) => new(phase, new(code, text), concern);
}
