using System.CommandLine;
using Microsoft.Extensions.Options;
using PaperDigest.Accounts;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>admin add</c>: the first admin has nobody to be invited by, so the command line does it.</summary>
internal static class AdminVerbs
{
    // Long enough to be copied into a mail, short enough to be forgotten in a terminal's history.
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    public static Verb Admin()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address of the account." };
        var role = new Option<string>("--role") { Description = "What the account may do.", DefaultValueFactory = _ => "admin" };
        role.AcceptOnlyFromAmong("admin", "curator");
        email.Validators.Add(result =>
        {
            if (!IsAddress(result.GetValueOrDefault<string>())) result.AddError($"'{result.GetValueOrDefault<string>()}' is not an e-mail address.");
        });
        var add = new Command("add", "Create or promote an account and print a one-time sign-in link.") { email, role };
        var admin = new Command("admin", "Accounts of those who run the installation.") { add };
        return new Verb(admin, add, async call =>
        {
            await using var scope = call.Services.CreateAsyncScope();
            var account = await scope.ServiceProvider.GetRequiredService<AccountBook>()
                .EnsureAsync(call.Arguments.GetRequiredValue(email), Enum.Parse<AccountRole>(call.Arguments.GetRequiredValue(role), ignoreCase: true), call.Now);
            var token = await call.Services.GetRequiredService<SignInLinks>().CreateAsync(account.Id, call.Now + LinkLife, call.Cancel);
            Console.Error.WriteLine($"{account.Email} is {account.Role.ToString().ToLowerInvariant()}. The link works once, for {LinkLife.TotalHours:0} hours:");
            Console.WriteLine(call.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Link($"/signin/{token}"));
            return 0;
        });
    }

    private static bool IsAddress(string? text) =>
        text is { Length: <= 254 } && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;
}
