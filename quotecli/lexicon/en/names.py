"""Given names. Membership means: a capitalised sequence that begins with one of these is most likely a person.

A name stands under FEMALE or MALE only where news of the English-speaking world uses it almost always for one; it decides which of two
people a "she" can mean, never what somebody is. Names used for both stand under EITHER.
"""

from __future__ import annotations

FEMALE = frozenset(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy shirley angela
    helen anna brenda pamela nicole samantha katherine emma ruth christine catherine debra rachel carolyn janet virginia maria
    heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia frances martha cheryl megan andrea hannah
    jacqueline ann jean alice kathryn gloria teresa doris sara janice julia marie madison grace judy theresa beverly denise marilyn
    amber danielle abigail brittany rose diana natalie sophia alexis lori kayla jane anne hillary melania ivanka kellyanne ivana
    tiffany nikki condoleezza elena sonia ruth kamala tulsi kirsten amy jill claire susana jeanne valerie huma cecile loretta donna
    debbie sally dianne barbara nancy olympia lisa tammy heidi mazie patty maxine sheila gabby michele carly meg wendy olivia hope
    omarosa katrina monica paula gennifer juanita megyn rachel gretchen greta katie gayle savannah diane martha andrea campbell ana
    maggie ashley abby amie sandy jen jenny jessie josie judy kate kathy kay kim kitty kristen kristin krista kirstin lara leah lena
    leslie lily lindsey liz lois lorraine lucy lydia lynn lynne mabel mandy marcia margo marian marianne marjorie marsha meghan
    melinda mia michaela mildred millie miranda molly muriel nadia naomi natasha nina nora norma oprah pam peggy penelope penny
    phyllis polly priscilla rhonda rita roberta robin rosa rosalind rosemary roxanne sabrina sadie selena serena shannon shelley
    sheryl sonya stacey stacy stella sue suzanne sylvia tamara tanya tara tina tracy trudy ursula vanessa vera vicki vivian wanda
    whitney yolanda yvonne zoe angelina beyonce madonna cher meryl scarlett taylor miley katy lena alyssa gwen malala aung angela
    theresa marine benazir indira golda dilma cristina michelle adele alexandra alexandria ilhan rashida ayanna lucia fatima aisha
    leila layla noor amal rania svetlana olga tatiana irina ekaterina natalia yulia mei ling yuki keiko ingrid astrid helga greta
    annette bernadette bridget brigitte cecilia celeste charlotte chloe claudia colleen connie constance corinne crystal daisy
    daphne darlene dawn deanna delores edith eileen elaine eleanor elise ella ellen eloise elsa erica erika erin estelle esther
    ethel eva fay felicia fiona florence gail gabrielle genevieve georgia geraldine gertrude gina ginger gladys glenda gwendolyn
    harriet hazel henrietta hilda holly ida irene iris isabel isabella isabelle ivy jackie jan janice janelle jasmine jeanette
    jeannie jenna joann joanna joanne jocelyn josephine joy juliet june karin karla kara katelyn kathie katharine kerry kirsty
    kristi lana latoya laurie lillian lorna louise lucille luz mae malia mamie marcy marcella margarita mariah maryann maureen maya
    meredith mindy minnie missy mona myra myrtle nell nellie nettie nicola noelle odessa opal patrice patsy paulette pauline pearl
    petra rae ramona raquel regina renee rochelle rosie ruby sasha shari shawna sheri sherry shonda simone sofia sophie susie
    tabitha tammy tasha terri thelma toni tonya tricia trisha velma verna veronica viola violet wilma winifred yvette
    aaliyah ada adriana agnes aileen aimee alana alejandra alexa alina alma althea alyson amelia amina anastasia angelica angelique
    anita annabel annabelle annie antonia antoinette anya arianna arlene audrey ava beatrice becky belinda bella bernice bertha bessie
    beth bethany betsy bettie bianca billie blanca bonnie brandi breanna brenna briana brianna brianne brooke callie camila camille
    candace candice cara carla carmen carole caroline carrie cassandra cassie cathy cecelia celia charlene cherie christa christie
    christy cindy clara clarissa cordelia daniela danica daria darla dayna deana deb debora deirdre delia della desiree dina dionne
    dolores dora dorothea edna effie eliana elinor elisa elisabeth eliza elma elsie emilia emilie emmy enid esperanza esme eunice
    evangeline eve faye freda frida gabriela gemma gillian ginny giselle goldie hailey haley hallie hattie haylee ilana ilene
    imani imelda imogen ines inez irma isla jacinda jada jana janie janine jayne jazmine jeanine jerri jillian jodi jodie johanna jolene
    josefina juana juliana julianna julianne justine kaitlin kaitlyn karina katya kaylee keisha kelley kelli kellie kelsey kendra kerri
    kiara kiera kimberley kyla kylie lacey larissa latasha latisha latonya lauri leann leanne lenora leona leonora leticia liliana lilly
    lina lorena lorene lorrie louisa lucinda luisa lynda lynette maddie maeve magdalena mallory mara margery margot marguerite mariam
    mariana maribel marietta marisa marisol marissa marla marlene marta maryam matilda mattie maura mavis meera melanie melba mikayla
    millicent miriam myrna nadine nanette natalya nia nicolette noreen ophelia paige perla phoebe portia priya rachael rebekah rena
    renata rhea robyn rosalie rosalinda rosanna roseann rosemarie roslyn rowena roxana salma samara savanna shana shania shanna sharlene
    sharron shauna sheena shelly sherri sherrie shirin sienna silvia sondra sonja stacie staci susanna susannah susanne suzette sybil
    tabatha tamika tamra tania tatyana teri tessa tia tiana tisha trina tyra valarie vicky vilma viviana willa winnie ximena yasmin
    yasmine yesenia zara zelda zoey
    """.split()
)
MALE = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
    andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen
    larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam
    nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin
    arthur lawrence jesse dylan bryan joe billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent
    russell elijah louis bobby philip johnny barack mitt newt ted marco jeb rand ben bernie martin lincoln jim chris mike tim rick
    bobby rudy al dick bill joe barney chuck mitch harry paul john eric kevin steve trey jason darrell louie ron tom dan don ken
    jeff sam lamar orrin pat roy dean chris roger reince corey paul steve sean jared michael rex jeff steven sebastian stephen
    wilbur rick ryan scott anthony john mick tom elijah adam jerrold eliot bob robert devin trey mac lindsey marco bernard angus tim
    cory vladimir xi kim bashar benjamin recep emmanuel boris david tony gordon jeremy nigel volodymyr viktor dmitry sergei sergey
    mikhail alexei aleksei aleksandr yevgeny igor oleg andrei pavel ivan nikolai leonid abdel mahmoud mohammed mohammad muhammad
    ahmed ahmad ali hassan hussein ibrahim ismail khalid khizr omar osama yasser abdullah salman hamid ashraf nawaz imran narendra
    rahul rajiv manmohan shinzo jong un hu li wang zhang jinping justin stephen pierre jean francois jacques nicolas alain bernard
    silvio matteo mario giuseppe luigi paolo carlos luis jorge miguel pedro pablo diego fernando francisco javier jesus julio manuel
    rafael ramon ricardo raul fidel hugo nicolas enrique felipe alfonso hans klaus gerhard helmut wolfgang karl otto olaf lars sven
    abe abraham adrian alec alex alfred allan allen alvin ambrose amos andre andy angelo anton antonin archie arnold barry bart
    basil bernie bert blake boyd brad bradley brent brett buddy byron calvin cameron carlton cary cecil cedric chad chester chet
    clarence clark claude clay clayton cliff clifford clint clive clyde cody colin conor conrad craig curt curtis cyrus dale damon
    danny darren darryl dave denzel derek derrick desmond devon dexter dominic donnie doug drew duane duncan dustin dwayne dwight
    earl ed eddie edgar edmund edwin eli elliot elliott elmer elvis emanuel emil emmett ernest ernie evan everett felix fletcher
    floyd forrest franklin fred freddie frederick gabe garrett garry gavin gene geoff geoffrey gerard gil gilbert glen glenn graham
    grant greg gus guy hal hank hans harvey hector herb herbert herman homer horace howard hubert hugh hunter ian ike ira irving
    isaac ivan jake jamal jarrod jay jerome jimmy joel joey jon jonah josh jude julian julius karl keith kelvin kent kirk kurt lance
    lanny larry leo leon leonard leroy lester levi lewis lloyd lonnie loren lou luke luther lyle lyndon malcolm marc marcus marty
    marvin mason maurice max maxwell melvin merrill micah mickey miles milo mort moses murray nate nathaniel ned neil nelson nick
    noel norm norman oliver orlando oscar otis owen percy perry pete phil preston quentin quincy ray reggie reginald rex rob robbie
    rod rodney rodrigo roland rollie roman ross ruben rufus rupert rush russ rusty salvatore saul seth shane shaun shawn sheldon
    sherman sid sidney simon sol spencer spike stan stanley stefan steve stewart stuart sylvester tad teddy terrence thad theo
    theodore tobias toby todd tommy travis trent trevor troy ty tyrone ulysses vern vernon vic victor vince virgil wallace ward
    warren wendell wes wesley will willard winston woodrow woody xavier zach zack barron mikhail kanye khizr bob dwyane lebron
    reince hakeem keir rishi elon jeff tim sundar satya mark jack zbigniew henry karl grover sheldon haim foster erick bret mario
    duncan antonio alberto andres arturo eduardo emilio ernesto esteban gustavo hernan ignacio joaquin lorenzo marcelo mauricio
    roberto rodolfo salvador santiago sergio tomas vicente
    abdul abel adolfo aidan akira alastair alejandro alessandro alfredo alistair alonzo alvaro amir amit anders andreas anil antoine
    armand armando arun asher ashok augustus avi axel beau benedict benito bernardo bertrand bilal bjorn blaine braden brendan bruno
    bryce bryson burt caleb camilo carmelo casper cesar chip colby cole collin cornelius cyril damian damien dante daren darin dario
    darius darnell darrel deandre deepak delbert demetrius denis denny dermot dewayne dewey dieter dimitri dion dirk dmitri dorian
    dudley edmond efrain elias elton elvin enrico erik errol ervin ezekiel ezra fabian farid faisal ferdinand fergus francesco franco
    fredrick fritz gareth garth gerardo gerry gideon gilberto gino giovanni gonzalo gopal grady gregg guido guillermo gunnar gunther
    hamza harlan henri henrik hiroshi horst humberto irvin isaiah ismael jabari jagdish jamar jarrett jasper jayden jed jeffery jerald
    jeremiah jermaine jimmie joachim johan johann johnathan johnnie jonas jonathon josef josiah kareem karim kendrick kenji kenny kieran
    kofi kristopher kurtis kwame lamont landon laurence leander leif leland len leonardo liam linus lionel luca lucas lucio magnus
    maksim malachi malik manny marcel marcos marlon massimo mateo mathew maxim mehdi mel michel mikael mohamed moises mortimer moshe
    mustafa myles myron nabil nasser navin neal nicky nikhil noam norbert odell omer orson osman pascal phillip prakash pramod quinton
    raj rajesh rakesh ramesh randal randall randolph raphael rashad rashid ravi raymundo rene reuben reynaldo rhys rickey ricky rico
    rocco roderick rogelio rolf ronnie royce rudolf rudolph sal salim sameer sammy sandeep sanjay stephan sunil suresh taj tariq
    terrance thaddeus tristan tyree ulrich umar usman vaughn vijay vikram vito walid wally walt werner wilbert wilfred yair yosef yousef
    yusuf zahid zane zeke zev
    """.split()
)
EITHER = frozenset(
    """
    taylor jordan casey jamie morgan robin dana pat chris sam alex kim lee tracy leslie lindsey shannon kelly terry jackie jean lynn
    marion sandy stacy courtney dale gail jody kerry kris laverne lauren lindsay loren meredith micah merle noel paris quinn reese
    riley rowan sasha shawn shelby sidney skyler stevie sydney toby tyler whitney wynne angel ari avery bailey blair bobbie cameron
    campbell carey charlie dakota dallas drew emerson frankie gale harley hayden hollis jaime jan jess jessie jo kai kendall kit
    logan mackenzie madison parker payton phoenix ray remy rory ryan sage scout shea tatum tommie val corey dominique marty merrill
    ashton brook
""".split()
)
ONE_GENDER_FEMALE = FEMALE - MALE - EITHER
ONE_GENDER_MALE = MALE - FEMALE - EITHER
GIVEN = FEMALE | MALE | EITHER

# Short forms: the same person may be printed under either.
NICKNAMES: dict[str, frozenset[str]] = {
    name: frozenset(forms.split())
    for name, forms in {
        "william": "bill will billy willie", "robert": "bob rob bobby robbie", "richard": "dick rick rich", "james": "jim jimmy jamie",
        "john": "jack johnny jon", "joseph": "joe joey", "michael": "mike mickey", "thomas": "tom tommy", "charles": "chuck charlie",
        "edward": "ed eddie ted ned", "theodore": "ted teddy theo", "anthony": "tony", "christopher": "chris", "daniel": "dan danny",
        "donald": "don donnie", "kenneth": "ken kenny", "matthew": "matt", "steven": "steve", "stephen": "steve", "andrew": "andy drew",
        "benjamin": "ben bibi", "bernard": "bernie", "samuel": "sam", "timothy": "tim", "gregory": "greg", "jeffrey": "jeff",
        "geoffrey": "geoff", "lawrence": "larry", "gerald": "jerry gerry", "jerrold": "jerry", "ronald": "ron ronnie",
        "raymond": "ray", "patrick": "pat paddy", "peter": "pete", "philip": "phil", "phillip": "phil", "nicholas": "nick",
        "nathaniel": "nate nat", "nathan": "nate", "rudolph": "rudy", "randall": "randy", "randolph": "randy", "russell": "russ rusty",
        "francis": "frank", "franklin": "frank", "frederick": "fred freddie", "henry": "hank harry", "harold": "hal harry",
        "herbert": "herb", "leonard": "len lenny leo", "louis": "lou louie", "martin": "marty", "maxwell": "max", "mitchell": "mitch",
        "newton": "newt", "willard": "mitt", "zachary": "zach zack", "joshua": "josh", "jonathan": "jon", "alexander": "alex al sandy",
        "albert": "al", "alan": "al", "alfred": "al fred", "abraham": "abe", "arthur": "art", "calvin": "cal", "clifford": "cliff",
        "david": "dave", "douglas": "doug", "eugene": "gene", "walter": "walt", "vincent": "vince", "victor": "vic", "wesley": "wes",
        "elizabeth": "liz beth betsy betty lizzie eliza", "katherine": "kate kathy katie kathie", "catherine": "cathy kate cate",
        "kathleen": "kathy kate", "margaret": "maggie meg peggy marge", "patricia": "pat patty tricia", "barbara": "barb",
        "susan": "sue susie", "deborah": "debbie deb debra", "jennifer": "jen jenny", "jessica": "jess jessie", "rebecca": "becky",
        "christine": "chris chrissy tina", "christina": "chris tina", "victoria": "vicki vicky", "judith": "judy", "jacqueline": "jackie",
        "kimberly": "kim", "pamela": "pam", "sandra": "sandy", "samantha": "sam", "amanda": "mandy", "virginia": "ginny", "dorothy": "dot",
        "eleanor": "ellie nell", "stephanie": "steph", "theresa": "terry", "teresa": "terry", "valerie": "val", "cynthia": "cindy",
        "alexandra": "alex sandra", "alexandria": "alex", "marjorie": "marge", "nancy": "nan", "claudia": "claude",
        "vladimir": "vlad volodya", "mohammed": "mo mohamed muhammad mohammad", "sergey": "sergei", "aleksei": "alexei alexey",
    }.items()
}  # fmt: skip
