// Questions that the built-in data answers by itself, each with the place of the paper that the
// answer comes from. The answers were taken from the papers, not from the program.
#include <doctest/doctest.h>

#include <algorithm>

#include "models/built_in_document.hpp"
#include "query/run.hpp"

namespace atlas {
namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

query::Answer ask(const char* text) {
  static const Document document = testing::built_in_document();
  CAPTURE(text);
  auto answer = query::run(document, text);
  CAPTURE(answer.ok() ? std::string() : answer.error().happened);
  REQUIRE(answer.ok());
  return std::move(answer).value();
}

Rows sorted(Rows rows) {
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Report of 2008-09, paragraphs 23(a), 25(a), 26(a), 27(a), 28(a), 29(a), 31(a).
TEST_CASE("which bodies report to the Health & Well Being scrutiny committee") {
  const Rows found = ask("body under \"Darlington 2008-09\" where scrutinised_by "
                         "\"Health & Well Being Scrutiny Committee\"")
                         .rows;
  CHECK(sorted(found) == Rows{{"Drug & Alcohol Action Team"},
                              {"Healthy Darlington"},
                              {"Integration of Health and Social Care"},
                              {"Learning Disability Partnership Board"},
                              {"Mental Health Partnership Board"},
                              {"Older Persons Partnership Board"},
                              {"Safeguarding Adults Board"}});
}

// Review forms 1 to 17, "Council resources contributed".
TEST_CASE("the council's full-time equivalents of each partnership, and all together") {
  const query::Answer answer =
      ask("resource_line where kind = staff and fte is set sum fte by body");
  CHECK(sorted(answer.rows) == sorted(Rows{{"14-19 Partnership", "1.5"},
                                           {"Children's Trust", "1.3"},
                                           {"Crime & Disorder Reduction Partnership", "3.0"},
                                           {"Darlington Partnership (the LSP)", "6.8"},
                                           {"Drug & Alcohol Action Team", "0"},
                                           {"Greener Darlington", "0.30"},
                                           {"Healthy Darlington", "0.25"},
                                           {"Integration of Health and Social Care", "1.15"},
                                           {"Learning Disability Partnership Board", "1.1"},
                                           {"Mental Health Partnership Board", "0.2"},
                                           {"Older Persons Partnership Board", "0.05"},
                                           {"Prosperous Darlington", "0.40"},
                                           {"Safeguarding Adults Board", "0.35"},
                                           {"Safeguarding Children Board", "1.35"},
                                           {"Supporting People Commissioning Body", "4.3"},
                                           {"Tees Valley Unlimited", "0.90"},
                                           {"Youth Offending Service", "25.0"}}));
  CHECK(answer.total == Row{"Total", "47.95"});
}

// Review forms 1, 3, 4, 14, 15, 16, 17, "Budget administered".
TEST_CASE("gross expenditure of those that state one, and where the sources do not add up to it") {
  CHECK(sorted(ask("budget_line where kind = gross_expenditure show body, amount").rows) ==
        sorted(Rows{{"14-19 Partnership", "225000"},
                    {"Crime & Disorder Reduction Partnership", "175000"},
                    {"Darlington Partnership (the LSP)", "140000"},
                    {"Safeguarding Children Board", "95000"},
                    {"Supporting People Commissioning Body", "3820097"},
                    {"Tees Valley Unlimited", "50000000"},
                    {"Youth Offending Service", "1300000"}}));
  // Form 3: of 175,000 pounds gross, 86,000 are accounted for.
  CHECK(ask("body where sum(budget_line.amount where kind = gross_expenditure) != "
            "sum(budget_line.amount where kind = council_funding or kind = government_grant or "
            "kind = other_contribution)")
            .rows == Rows{{"Crime & Disorder Reduction Partnership"}});
  // Form 4: the members' parts do not come to the 90,000 of other contributions unless sponsorship
  // and fees are among them.
  CHECK(ask("budget_line under \"Darlington Partnership (the LSP)\" where kind = "
            "contribution_part sum amount")
            .rows == Rows{{"90000"}});
}

// Review forms 1, 5, 8, 10, 13, 14, 15, "Governance arrangements: outstanding actions".
TEST_CASE("outstanding governance actions per partnership, by form and by summary") {
  const query::Answer forms =
      ask("action under \"Darlington 2008-09\" where kind = governance count by body");
  CHECK(sorted(forms.rows) == sorted(Rows{{"14-19 Partnership", "1"},
                                          {"Drug & Alcohol Action Team", "7"},
                                          {"Integration of Health and Social Care", "4"},
                                          {"Mental Health Partnership Board", "4"},
                                          {"Safeguarding Adults Board", "1"},
                                          {"Safeguarding Children Board", "2"},
                                          {"Supporting People Commissioning Body", "1"}}));
  CHECK(forms.total == Row{"Total", "20"});
  // Paragraphs 19(b) to 35(b): the same seven are not complete, the other ten are.
  const Rows summary =
      ask("evidence where field = governance and parent.type = review and evidence_place contains "
          "\"(b)\" and not statement contains \"Everything that governance requires\" show body")
          .rows;
  for (const Row& row : forms.rows) {
    CAPTURE(row.front());
    CHECK(std::find(summary.begin(), summary.end(), Row{row.front()}) != summary.end());
  }
  CHECK(
      ask("evidence where field = governance and parent.type = review and evidence_place contains "
          "\"(b)\" and statement contains \"Everything that governance requires\" count")
          .rows == Rows{{"10"}});
}

// Form 8: the fourth action is cut off, and with it its date.
TEST_CASE("the due dates that are missing") {
  CHECK(ask("action under \"Darlington 2008-09\" where kind = governance and due is empty "
            "show body")
            .rows == Rows{{"Integration of Health and Social Care"}});
}

// Slides of 2012, "Six operational groups and leads" and "Statutory requirements remain".
TEST_CASE("who leads what in 2012, and which groups are statutory") {
  CHECK(ask("body under \"Darlington 2012\" where lead is set and tier = operational "
            "show title, lead")
            .rows ==
        Rows{{"Community Safety", "Police local commander"},
             {"Children and Young People", "Cabinet Member for Children and Young People"},
             {"Health and Well Being", "Chair of the Health and Well Being Board"},
             {"Economic growth", "Private sector lead"},
             {"One Darlington", "eVOLution lead"},
             {"Creative Darlington", "Chair of Creative Darlington Board"}});
  CHECK(ask("body under \"Darlington 2012\" where statutory = yes").rows ==
        Rows{{"Community Safety"}, {"Children and Young People"}, {"Health and Well Being"}});
}

// Slides of 2012, outcomes 1 to 7.
TEST_CASE("indicators per outcome") {
  const query::Answer answer = ask("indicator count by outcome.number");
  CHECK(answer.rows ==
        Rows{{"1", "6"}, {"2", "4"}, {"3", "4"}, {"4", "2"}, {"5", "7"}, {"6", "5"}, {"7", "4"}});
  CHECK(answer.total == Row{"Total", "32"});
}

// County Durham 2011, paragraph 15(a) to (i).
TEST_CASE("proposals per stage") {
  CHECK(ask("proposal under \"County Durham 2011\" where kind is set count by kind").rows ==
        Rows{{"Assess", "3"}, {"Plan", "2"}, {"Do", "2"}, {"Review", "2"}});
}

// Cabinet, 1 June 2021, paragraphs 19, 20 and 22.
TEST_CASE("posts, aims and projects of the executive group") {
  CHECK(ask("seat under \"Darlington Public Sector Executive Group\" where evidence_place "
            "contains \"paragraph 20\"")
            .rows == Rows{{"Chief Executive, DBC"},
                          {"Chief Operating Officer CCG"},
                          {"Chief Constable"},
                          {"Chief Fire Officer"},
                          {"Director of Teesside University"},
                          {"Chief Executive of Durham & Darlington Health Trust"},
                          {"Principal of Darlington College"},
                          {"Chief Executive of the Police Victim and Crime Commissioners office"}});
  CHECK(ask("function where body = \"Darlington Public Sector Executive Group\" and evidence_place "
            "contains \"paragraph 19(\" count")
            .rows == Rows{{"7"}});
  CHECK(ask("line under \"Darlington 2021\" where kind = oversees and from = "
            "\"Darlington Public Sector Executive Group\" show to")
            .rows == Rows{{"Darlington Cares"},
                          {"Bread and Butter Thing"},
                          {"Northgate Initiative"},
                          {"Community Wealth Building"}});
}

// Form 4, "Budget administered".
TEST_CASE("what the members of the Local Strategic Partnership contribute") {
  CHECK(ask("budget_line under \"Darlington Partnership (the LSP)\" where kind = "
            "contribution_part show title, amount")
            .rows == Rows{{"PCT", "20000"},
                          {"Durham Constabulary", "20000"},
                          {"Fire & Rescue Service", "10000"},
                          {"Darlington College", "10000"},
                          {"Queen Elizabeth Sixth Form College", "10000"},
                          {"Hospital Foundation Trust", "10000"},
                          {"Sponsorship and fees", "10000"}});
}

// Form 15, "Budget administered".
TEST_CASE("grant amounts over three years") {
  CHECK(ask("grant where title = \"Supporting People grant\" show year, amount").rows ==
        Rows{{"2008/2009", "3820097"}, {"2009/2010", "3737103"}, {"2010/2011", "3573448"}});
}

}  // namespace
}  // namespace atlas
