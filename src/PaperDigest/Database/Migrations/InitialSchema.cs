using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>The first schema: catalogue, listings, ranking, votes, digests, mail, accounts, runs. The jobs' own tables are Quartz's.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121000000_InitialSchema")]
internal sealed class InitialSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE EXTENSION IF NOT EXISTS pg_trgm;

            CREATE TABLE accounts (
                id uuid NOT NULL,
                role text NOT NULL,
                created_at timestamp with time zone NOT NULL,
                user_name character varying(256),
                normalized_user_name character varying(256),
                email character varying(256),
                normalized_email character varying(256),
                email_confirmed boolean NOT NULL,
                password_hash text,
                security_stamp text,
                concurrency_stamp text,
                phone_number text,
                phone_number_confirmed boolean NOT NULL,
                two_factor_enabled boolean NOT NULL,
                lockout_end timestamp with time zone,
                lockout_enabled boolean NOT NULL,
                access_failed_count integer NOT NULL,
                CONSTRAINT pk_accounts PRIMARY KEY (id)
            );

            CREATE TABLE digest_issues (
                id uuid NOT NULL,
                cadence text NOT NULL,
                period_key text NOT NULL,
                listing_date date NOT NULL,
                topics text[] NOT NULL,
                paper_ids text[] NOT NULL,
                composed_at timestamp with time zone NOT NULL,
                CONSTRAINT pk_digest_issues PRIMARY KEY (id)
            );

            CREATE TABLE ingest_runs (
                id uuid NOT NULL,
                day date NOT NULL,
                started_at timestamp with time zone NOT NULL,
                ended_at timestamp with time zone,
                outcome text,
                report jsonb,
                CONSTRAINT pk_ingest_runs PRIMARY KEY (id)
            );

            CREATE TABLE instance_keys (
                name text NOT NULL,
                value text NOT NULL,
                CONSTRAINT pk_instance_keys PRIMARY KEY (name)
            );

            CREATE TABLE job_runs (
                id uuid NOT NULL,
                job text NOT NULL,
                node text NOT NULL,
                started_at timestamp with time zone NOT NULL,
                ended_at timestamp with time zone,
                outcome text,
                summary text,
                CONSTRAINT pk_job_runs PRIMARY KEY (id)
            );

            CREATE TABLE listing_days (
                date date NOT NULL,
                announced_at timestamp with time zone NOT NULL,
                new_count integer NOT NULL,
                cross_count integer NOT NULL,
                replaced_count integer NOT NULL,
                is_sample boolean NOT NULL,
                changed_at timestamp with time zone NOT NULL,
                ranked_at timestamp with time zone,
                CONSTRAINT pk_listing_days PRIMARY KEY (date)
            );

            CREATE TABLE listings (
                date date NOT NULL,
                category text COLLATE "C" NOT NULL,
                source text NOT NULL,
                fetched_at timestamp with time zone NOT NULL,
                entry_count integer NOT NULL,
                CONSTRAINT pk_listings PRIMARY KEY (date, category)
            );

            CREATE TABLE outgoing_mail (
                id uuid NOT NULL,
                kind text NOT NULL,
                from_address text NOT NULL,
                to_address text NOT NULL,
                subject text NOT NULL,
                message_id text NOT NULL,
                content bytea NOT NULL,
                state text NOT NULL,
                created_at timestamp with time zone NOT NULL,
                not_before timestamp with time zone NOT NULL,
                not_after timestamp with time zone NOT NULL,
                attempts integer NOT NULL,
                lease_token uuid,
                lease_until timestamp with time zone,
                handing_over_at timestamp with time zone,
                done_at timestamp with time zone,
                reply_code integer,
                reply text,
                CONSTRAINT pk_outgoing_mail PRIMARY KEY (id)
            );

            -- Messages are long text: lz4, where the server has it, halves the time that queueing them takes.
            DO $$ BEGIN
                ALTER TABLE outgoing_mail ALTER COLUMN content SET COMPRESSION lz4;
            EXCEPTION WHEN feature_not_supported THEN NULL; END $$;

            CREATE TABLE papers (
                arxiv_id text COLLATE "C" NOT NULL,
                title text NOT NULL,
                abstract text NOT NULL,
                summary text,
                authors text[] NOT NULL,
                categories text[] NOT NULL,
                comments text,
                doi text,
                journal_ref text,
                licence text,
                version integer NOT NULL,
                first_listed date NOT NULL,
                submitted_at timestamp with time zone,
                added_at timestamp with time zone NOT NULL,
                changed_at timestamp with time zone NOT NULL,
                search_text text NOT NULL,
                vote_count integer NOT NULL,
                outside_votes integer NOT NULL,
                outside_comments integer NOT NULL,
                is_sample boolean NOT NULL,
                CONSTRAINT pk_papers PRIMARY KEY (arxiv_id)
            );

            CREATE TABLE source_turns (
                source text NOT NULL,
                next_at timestamp with time zone NOT NULL,
                CONSTRAINT pk_source_turns PRIMARY KEY (source)
            );

            CREATE TABLE subscriptions (
                id uuid NOT NULL,
                email text NOT NULL,
                email_key text NOT NULL,
                cadence text NOT NULL,
                time_zone text NOT NULL,
                hour integer NOT NULL,
                topics text[] NOT NULL,
                state text NOT NULL,
                created_at timestamp with time zone NOT NULL,
                confirmation_sent_at timestamp with time zone,
                confirmed_at timestamp with time zone,
                ended_at timestamp with time zone,
                next_due_at timestamp with time zone,
                last_listing date,
                CONSTRAINT pk_subscriptions PRIMARY KEY (id)
            );

            CREATE TABLE account_claims (
                id integer GENERATED BY DEFAULT AS IDENTITY,
                user_id uuid NOT NULL,
                claim_type text,
                claim_value text,
                CONSTRAINT pk_account_claims PRIMARY KEY (id),
                CONSTRAINT fk_account_claims_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts (id) ON DELETE CASCADE
            );

            CREATE TABLE account_logins (
                login_provider text NOT NULL,
                provider_key text NOT NULL,
                provider_display_name text,
                user_id uuid NOT NULL,
                CONSTRAINT pk_account_logins PRIMARY KEY (login_provider, provider_key),
                CONSTRAINT fk_account_logins_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts (id) ON DELETE CASCADE
            );

            CREATE TABLE account_tokens (
                user_id uuid NOT NULL,
                login_provider text NOT NULL,
                name text NOT NULL,
                value text,
                CONSTRAINT pk_account_tokens PRIMARY KEY (user_id, login_provider, name),
                CONSTRAINT fk_account_tokens_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts (id) ON DELETE CASCADE
            );

            CREATE TABLE sign_in_links (
                token_hash bytea NOT NULL,
                account_id uuid NOT NULL,
                expires_at timestamp with time zone NOT NULL,
                used_at timestamp with time zone,
                CONSTRAINT pk_sign_in_links PRIMARY KEY (token_hash),
                CONSTRAINT fk_sign_in_links_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
            );

            CREATE TABLE listing_entries (
                date date NOT NULL,
                category text COLLATE "C" NOT NULL,
                arxiv_id text COLLATE "C" NOT NULL,
                section text NOT NULL,
                version integer NOT NULL,
                position integer NOT NULL,
                CONSTRAINT pk_listing_entries PRIMARY KEY (date, category, arxiv_id),
                CONSTRAINT fk_listing_entries_listings_date_category FOREIGN KEY (date, category) REFERENCES listings (date, category) ON DELETE CASCADE,
                CONSTRAINT fk_listing_entries_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
            );

            CREATE TABLE paper_categories (
                category text COLLATE "C" NOT NULL,
                arxiv_id text COLLATE "C" NOT NULL,
                first_listed date NOT NULL,
                CONSTRAINT pk_paper_categories PRIMARY KEY (arxiv_id, category),
                CONSTRAINT fk_paper_categories_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
            );

            CREATE TABLE paper_versions (
                arxiv_id text COLLATE "C" NOT NULL,
                version integer NOT NULL,
                listed_on date,
                submitted_at timestamp with time zone,
                title text NOT NULL,
                CONSTRAINT pk_paper_versions PRIMARY KEY (arxiv_id, version),
                CONSTRAINT fk_paper_versions_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
            );

            CREATE TABLE ranked_papers (
                date date NOT NULL,
                rank integer NOT NULL,
                arxiv_id text COLLATE "C" NOT NULL,
                section text NOT NULL,
                score double precision NOT NULL,
                weighted_votes double precision NOT NULL,
                votes integer NOT NULL,
                outside_votes integer NOT NULL,
                commenters integer NOT NULL,
                age_hours double precision NOT NULL,
                CONSTRAINT pk_ranked_papers PRIMARY KEY (date, rank),
                CONSTRAINT fk_ranked_papers_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
            );

            CREATE TABLE votes (
                arxiv_id text COLLATE "C" NOT NULL,
                visitor_id uuid NOT NULL,
                cast_at timestamp with time zone NOT NULL,
                weight double precision NOT NULL,
                CONSTRAINT pk_votes PRIMARY KEY (arxiv_id, visitor_id),
                CONSTRAINT fk_votes_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
            );

            CREATE TABLE deliveries (
                id uuid NOT NULL,
                subscription_id uuid NOT NULL,
                cadence text NOT NULL,
                period_key text NOT NULL,
                issue_id uuid,
                mail_id uuid,
                suppressed_because text,
                created_at timestamp with time zone NOT NULL,
                CONSTRAINT pk_deliveries PRIMARY KEY (id),
                CONSTRAINT fk_deliveries_digest_issues_issue_id FOREIGN KEY (issue_id) REFERENCES digest_issues (id) ON DELETE SET NULL,
                CONSTRAINT fk_deliveries_outgoing_mail_mail_id FOREIGN KEY (mail_id) REFERENCES outgoing_mail (id) ON DELETE SET NULL,
                CONSTRAINT fk_deliveries_subscriptions_subscription_id FOREIGN KEY (subscription_id) REFERENCES subscriptions (id) ON DELETE CASCADE
            );

            CREATE INDEX ix_account_claims_user_id ON account_claims (user_id);

            CREATE INDEX ix_account_logins_user_id ON account_logins (user_id);

            CREATE INDEX email_index ON accounts (normalized_email);

            CREATE UNIQUE INDEX user_name_index ON accounts (normalized_user_name);

            CREATE INDEX ix_deliveries_issue_id ON deliveries (issue_id);

            CREATE UNIQUE INDEX ix_deliveries_mail_id ON deliveries (mail_id);

            CREATE UNIQUE INDEX ix_deliveries_subscription_id_cadence_period_key ON deliveries (subscription_id, cadence, period_key);

            CREATE INDEX ix_digest_issues_cadence_period_key ON digest_issues (cadence DESC, period_key DESC);

            CREATE INDEX ix_digest_issues_listing_date ON digest_issues (listing_date);

            CREATE INDEX ix_ingest_runs_day_started_at ON ingest_runs (day DESC, started_at DESC);

            CREATE INDEX ix_job_runs_job_started_at ON job_runs (job, started_at DESC);

            CREATE INDEX ix_job_runs_started_at ON job_runs (started_at DESC);

            CREATE INDEX ix_listing_entries_arxiv_id ON listing_entries (arxiv_id);

            CREATE INDEX ix_outgoing_mail_lease_until ON outgoing_mail (lease_until) WHERE state in ('leased', 'handing_over');

            CREATE UNIQUE INDEX ix_outgoing_mail_message_id ON outgoing_mail (message_id);

            CREATE INDEX ix_outgoing_mail_not_before_id ON outgoing_mail (not_before, id) WHERE state = 'queued';

            CREATE INDEX ix_paper_categories_category_first_listed_arxiv_id ON paper_categories (category, first_listed DESC, arxiv_id DESC);

            CREATE INDEX ix_papers_authors ON papers USING gin (authors);

            CREATE INDEX ix_papers_first_listed_arxiv_id ON papers (first_listed DESC, arxiv_id DESC);

            CREATE INDEX ix_papers_sample ON papers (arxiv_id) WHERE is_sample;

            CREATE INDEX ix_papers_search_text ON papers USING gin (search_text gin_trgm_ops);

            CREATE UNIQUE INDEX ix_ranked_papers_arxiv_id_date ON ranked_papers (arxiv_id, date);

            CREATE INDEX ix_sign_in_links_account_id ON sign_in_links (account_id);

            CREATE INDEX ix_sign_in_links_expires_at ON sign_in_links (expires_at);

            CREATE UNIQUE INDEX ix_subscriptions_email_key_cadence ON subscriptions (email_key, cadence);

            CREATE INDEX ix_subscriptions_next_due_at_id ON subscriptions (next_due_at, id) WHERE state = 'confirmed';

            CREATE INDEX ix_votes_visitor_id_cast_at ON votes (visitor_id, cast_at);

            -- The job engine keeps its tables in a schema of its own and makes them itself.
            CREATE SCHEMA jobs;
            """);
}
