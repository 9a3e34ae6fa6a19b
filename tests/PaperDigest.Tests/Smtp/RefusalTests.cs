using PaperDigest.Smtp;
using PaperDigest.Smtp.Wire;

namespace PaperDigest.Tests.Smtp;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("550 5.1.1 no such user")]
    [InlineData("550 5.1.10 no such user")]
    [InlineData("552 5.2.2 mailbox full")]
    [InlineData("450 4.2.1 busy")]
    [InlineData("451 4.7.1 greylisted")]
    [InlineData("550 5.4.1 unknown there")]
    [InlineData("550 no such user")]
    [InlineData("450 mailbox busy")]
    public void Some_refusals_are_about_the_recipient(string reply) =>
        Assert.Equal(RefusalConcern.Recipient, ConcernOf(SendPhase.Recipient, reply));

    [Theory]
    [InlineData(SendPhase.Recipient, "550 5.7.1 relaying denied")]
    [InlineData(SendPhase.Recipient, "550 5.7.515 not authenticated")]
    [InlineData(SendPhase.Recipient, "553 5.1.8 sender's domain unknown")]
    [InlineData(SendPhase.Recipient, "452 4.3.1 disk full")]
    [InlineData(SendPhase.Recipient, "503 5.5.1 out of order")]
    [InlineData(SendPhase.Recipient, "451 local error")]
    [InlineData(SendPhase.Recipient, "530 authentication required")]
    [InlineData(SendPhase.Mail, "550 5.1.1 odd, but about the sender")]
    [InlineData(SendPhase.Mail, "553 no")]
    [InlineData(SendPhase.Data, "554 no")]
    [InlineData(SendPhase.Message, "554 5.7.1 looks like spam")]
    [InlineData(SendPhase.Message, "451 4.3.0 later")]
    public void A_policy_or_a_fault_of_ours_is_never_the_addresss_fault(SendPhase phase, string reply) =>
        Assert.Equal(RefusalConcern.Relay, ConcernOf(phase, reply));

    [Theory]
    [InlineData(SendPhase.Mail, "552 5.3.4 too large")]
    [InlineData(SendPhase.Mail, "552 too large")]
    [InlineData(SendPhase.Recipient, "552 5.2.3 too large")]
    [InlineData(SendPhase.Message, "552 5.3.4 too large")]
    [InlineData(SendPhase.Message, "554 5.6.0 malformed")]
    [InlineData(SendPhase.Message, "554 no")]
    public void Some_refusals_are_about_the_message(SendPhase phase, string reply) =>
        Assert.Equal(RefusalConcern.Message, ConcernOf(phase, reply));

    private static RefusalConcern ConcernOf(SendPhase phase, string reply) =>
        Refusal.Of(phase, new(int.Parse(reply.AsSpan(0, 3), null), reply[4..])).Concern;
}
