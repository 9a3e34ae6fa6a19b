using PaperDigest.Hosting;

namespace PaperDigest.Mail;

/// <summary>Registers the outbox and what empties it.</summary>
internal static class MailSetup
{
    /// <summary><paramref name="deliver"/>: whether this process sends what is queued as long as it runs.</summary>
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder, bool deliver)
    {
        builder.AddValidatedOptions<SmtpOptions>("Smtp");
        builder.AddValidatedOptions<MailOptions>("Mail");
        builder.Services.AddSingleton<LinkSigner>();
        builder.Services.AddSingleton<MailWriter>();
        builder.Services.AddSingleton<MailTransports>();
        builder.Services.AddSingleton<MailLedger>();
        builder.Services.AddSingleton<DeliverMail>();
        builder.Services.AddSingleton<DrainMail>();
        if (deliver) builder.Services.AddHostedService<MailWorker>();
        return builder;
    }
}
